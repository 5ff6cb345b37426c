package org.triviumcrm.customer;

/**
 * Customers by their share of the revenue (Pareto): sorted by what they brought, those until whom the first share of all revenue is
 * reached are {@link #A}, those until the second are {@link #B}, all others who brought something {@link #C}.
 */
public enum ValueClass {
    A,
    B,
    C
}
