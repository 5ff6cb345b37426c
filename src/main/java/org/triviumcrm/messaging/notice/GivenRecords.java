package org.triviumcrm.messaging.notice;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.RecordsGiven;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.web.NotFound;

/** Tells the new owner of records, once for all that were given together, and leads to the own ones of that kind. */
@Component
class GivenRecords {

    private final Notices notices;
    private final People people;
    private final Viewers viewers;
    private final ListSelection lists;

    GivenRecords(Notices notices, People people, Viewers viewers, ListSelection lists) {
        this.notices = notices;
        this.people = people;
        this.viewers = viewers;
        this.lists = lists;
    }

    @EventListener
    void tell(RecordsGiven given) {
        Optional<Viewer> owner = viewers.find(given.ownerId());
        if (given.ownerId() == given.giverId() || owner.isEmpty()) {
            return;
        }
        String giver = people.names(List.of(given.giverId())).getOrDefault(given.giverId(), "");
        notices.tell(
                List.of(given.ownerId()),
                "messaging.notice.given",
                List.of(giver, new Notices.Count("transfer.count." + given.recordType(), given.count())),
                own(given.recordType(), owner.get()));
    }

    /** The home page where there is no such list, or not for this person. */
    private String own(String recordType, Viewer owner) {
        try {
            return ListLink.to(lists.ticked(recordType, owner, List.of()).list())
                    .is("owner", "me")
                    .toString();
        } catch (AccessDeniedException | NotFound e) {
            return "/";
        }
    }
}
