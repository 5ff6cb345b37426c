/**
 * Code that breaks the rules on purpose: each architecture rule is shown one of these and must find it. It stands outside
 * of the application's package, so that no test starts with it.
 */
package counterexample;
