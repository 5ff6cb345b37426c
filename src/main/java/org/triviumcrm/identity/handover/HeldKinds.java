package org.triviumcrm.identity.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldWork;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.handover.HandoverRepository.Count;

/** All kinds of work that people hold: records they are in charge of, and what modules add. */
@Component
class HeldKinds {

    private final List<OwnedRecords> records;
    private final List<HeldWork> others;
    private final HandoverRepository handovers;

    HeldKinds(List<OwnedRecords> records, List<HeldWork> others, HandoverRepository handovers) {
        this.records = records.stream()
                .sorted(Comparator.comparing(OwnedRecords::type).reversed())
                .toList();
        this.others =
                others.stream().sorted(Comparator.comparing(HeldWork::order)).toList();
        this.handovers = handovers;
    }

    List<OwnedRecords> records() {
        return records;
    }

    List<HeldWork> others() {
        return others;
    }

    Optional<OwnedRecords> record(String key) {
        return records.stream().filter(kind -> kind.type().equals(key)).findFirst();
    }

    Optional<HeldWork> other(String key) {
        return others.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    String label(String key) {
        return other(key).map(HeldWork::label).orElse("record." + key);
    }

    /** How many of them can't change hands now, but later. */
    long waiting(Viewer viewer, OwnedRecords kind, long personId) {
        return handovers.count(kind, viewer.scope(kind.type()).base(), personId).waiting();
    }

    /** What the person holds; kinds of which nothing is there included. Who takes it over is still open. */
    List<HeldKind> of(Viewer viewer, long personId) {
        List<HeldKind> all = new ArrayList<>();
        for (OwnedRecords kind : records) {
            Count held = handovers.count(kind, viewer.scope(kind.type()).base(), personId);
            List<HeldLine> lines = held.count() == 0 ? List.of() : kind.held(viewer, personId);
            all.add(new HeldKind(
                    kind.type(),
                    label(kind.type()),
                    held.count(),
                    held.waiting(),
                    lines,
                    viewer.can(kind.permission()),
                    List.of()));
        }
        for (HeldWork work : others) {
            List<HeldLine> lines = work.held(viewer, personId);
            long count = lines.stream().mapToLong(HeldLine::count).sum();
            all.add(new HeldKind(work.key(), work.label(), count, 0, lines, viewer.can(work.permission()), List.of()));
        }
        return all;
    }
}
