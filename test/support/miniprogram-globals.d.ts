/** Tests of the mini-program's services meet `wx`, `App` and `Page`, which only its own compiler settings declare. */
/// <reference types="miniprogram-api-typings" />
