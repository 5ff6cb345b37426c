package org.triviumcrm.identity;

import java.util.Optional;

/** Viewers outside a request: for a job that works on behalf of a person, with no more rights than that person. */
public interface Viewers {

    /** As the person's roles and teams are now; empty for someone unknown or switched off. */
    Optional<Viewer> find(long personId);
}
