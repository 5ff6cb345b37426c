package org.triviumcrm.shared.history;

import java.time.Clock;
import org.hibernate.envers.RevisionListener;
import org.springframework.stereotype.Component;

/** Signs each revision with whoever is behind it. */
@Component
class RevisionAuthor implements RevisionListener {

    private final Clock clock;

    RevisionAuthor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void newRevision(Object revision) {
        ((Revision) revision).sign(ChangeAuthor.current(), clock.instant());
    }
}
