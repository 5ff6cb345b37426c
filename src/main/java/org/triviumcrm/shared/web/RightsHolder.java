package org.triviumcrm.shared.web;

/** Whoever pages are shown to, as far as the kit needs to know: what they may do. */
public interface RightsHolder {

    /** Whether the holder has at least one of these permissions. */
    boolean canAny(String... some);
}
