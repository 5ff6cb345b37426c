package org.triviumcrm.identity.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.RecordWriter;

/** What can be done with many records at once, by kind of record. In templates {@code @bulkActions.of(viewer, noun)}. */
@Component("bulkActions")
public class BulkActions {

    private final List<BulkAction<?>> actions = new ArrayList<>();

    BulkActions(
            List<OwnedRecords> kinds,
            List<BulkAction<?>> others,
            OwnerRepository owners,
            RecordWriter records,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        kinds.forEach(kind -> actions.add(new TransferAction(kind, owners, records, people, events, clock)));
        actions.addAll(others);
    }

    /** What the viewer may do with records of this kind, transfer first. */
    public List<BulkAction<?>> of(Viewer viewer, String noun) {
        return actions.stream()
                .filter(action -> action.noun().equals(noun) && viewer.can(action.permission()))
                .toList();
    }

    /** Whether there is any kind of record with which the viewer may do something. */
    boolean any(Viewer viewer) {
        return actions.stream().anyMatch(action -> viewer.can(action.permission()));
    }

    Optional<BulkAction<?>> find(String noun, String key) {
        return actions.stream()
                .filter(action -> action.noun().equals(noun) && action.key().equals(key))
                .findFirst();
    }

    /** @throws AccessDeniedException when there is no such action for the viewer */
    BulkAction<?> permitted(Viewer viewer, String noun, String key) {
        return find(noun, key)
                .filter(action -> viewer.can(action.permission()))
                .orElseThrow(() -> new AccessDeniedException("No " + key + " of " + noun + " for this viewer"));
    }
}
