import { combineReducers, configureStore, type Middleware } from "@reduxjs/toolkit";

import { cartSlice } from "@/features/ordering/cart";
import { keepCarts, storedCarts } from "@/features/ordering/cart-storage";
import { generatedApi } from "@/shared/api/generated";
import { sessionEnded } from "@/shared/api/session-ended";
import { connectionSlice } from "@/shared/events/connection";

const reducer = combineReducers({
  [generatedApi.reducerPath]: generatedApi.reducer,
  [connectionSlice.name]: connectionSlice.reducer,
  [cartSlice.name]: cartSlice.reducer,
});

export type AppState = ReturnType<typeof reducer>;

/** When the portal stops knowing the caller the session is read anew, and the cabinet leads to sign-in. */
const readSessionAgain: Middleware = (api) => (next) => (action) => {
  const result = next(action);
  if (sessionEnded.match(action)) api.dispatch(generatedApi.util.invalidateTags(["session"]) as never);
  return result;
};

export function createStore(storage: Storage = localStorage) {
  const store = configureStore({
    reducer,
    preloadedState: { [cartSlice.name]: storedCarts(storage) },
    middleware: (defaults) => defaults().concat(generatedApi.middleware, readSessionAgain),
  });
  keepCarts(store, storage);
  return store;
}

export type AppStore = ReturnType<typeof createStore>;
