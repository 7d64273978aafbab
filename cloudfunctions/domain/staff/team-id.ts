/** The one document of the team; apart from the store, so that the declarations can name it without the platform. */
export const TEAM_ID = 'team';
