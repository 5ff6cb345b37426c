package org.triviumcrm.identity;

/**
 * A person can't sign in any more. Published inside the transaction of the change, so that a listener can take the
 * person's open work along.
 *
 * @param viewer whoever switched the person off
 */
public record PersonSwitchedOff(Viewer viewer, long personId) {}
