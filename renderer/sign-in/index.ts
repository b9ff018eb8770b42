export { EnrolmentScreen } from './EnrolmentScreen.tsx';
export { LockScreen } from './LockScreen.tsx';
export { SignInScreen } from './SignInScreen.tsx';
export { UnsealScreen } from './UnsealScreen.tsx';
