package org.triviumcrm.identity;

/** Switches people on and off. All of it needs {@code identity.person.manage}. */
public interface PersonLife {

    /** @throws org.triviumcrm.shared.web.Refusal when the viewer may not, or nobody would be left to administer */
    void requireSwitchOff(Viewer viewer, long personId);

    /** Ends the person's sessions and tells {@link PersonSwitchedOff}; refused like {@link #requireSwitchOff}. */
    void switchOff(Viewer viewer, long personId);

    /** @throws org.triviumcrm.shared.web.Refusal when the viewer may not */
    void switchOn(Viewer viewer, long personId);
}
