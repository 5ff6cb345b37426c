package org.triviumcrm.customer;

/**
 * What recency, frequency and monetary value of a customer, each from 1 to 5, say together. The first that holds, f and m added:
 * a champion has r ≥ 4 and f + m ≥ 8, who is loyal r ≥ 3 and f + m ≥ 6, who is promising r ≥ 4, who is fading r = 3, who is at risk
 * f + m ≥ 6; all others are lost.
 */
public enum ValueSegment {
    CHAMPION,
    LOYAL,
    PROMISING,
    FADING,
    AT_RISK,
    LOST
}
