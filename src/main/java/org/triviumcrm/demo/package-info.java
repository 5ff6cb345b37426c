/**
 * Demo data: an English and a Chinese sister company with a year of history that ends today. The topmost module: it
 * writes into the tables of all others, once, into an empty database.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "customer", "sales", "support"})
@NullMarked
package org.triviumcrm.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
