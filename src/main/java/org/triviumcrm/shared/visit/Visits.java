package org.triviumcrm.shared.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.search.SearchTarget;

/**
 * Notes when somebody opens a record, and tells what is new since. The page of a record reads, and may be answered by a
 * replica; its timeline, which comes after the page, notes the visit in a transaction of its own.
 */
@Service
public class Visits {

    /** Whoever comes back sooner is still at the same visit: what is marked stays so while one works on the page. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private final VisitRepository visits;
    private final FieldHistory history;
    private final List<SearchTarget> targets;
    private final Clock clock;

    Visits(VisitRepository visits, FieldHistory history, List<SearchTarget> targets, Clock clock) {
        this.visits = visits;
        this.history = history;
        this.targets = targets.stream()
                .sorted(Comparator.comparingInt(SearchTarget::order))
                .toList();
        this.clock = clock;
    }

    /**
     * Notes a visit; callers have checked that the reader may see the record.
     *
     * @return when the reader was there before, if ever
     */
    @Transactional
    public Optional<Instant> opened(ListReader reader, String kind, long id) {
        Instant now = clock.instant();
        return visits.opened(reader.personId(), kind, id, now, now.minus(PAUSE));
    }

    /** What others have changed in a record since the reader's last visit; callers have checked that it may be seen. */
    @Transactional(readOnly = true)
    public Fresh fresh(ListReader reader, String kind, long id) {
        Instant since = visits.since(
                        reader.personId(), kind, id, clock.instant().minus(PAUSE))
                .orElse(null);
        return new Fresh(since, since == null ? Set.of() : history.changedSince(kind, id, since, reader.personId()));
    }

    /**
     * The records that the reader opened last and may still see, the latest first.
     *
     * @param except path of a page that needs no way to it
     */
    @Transactional(readOnly = true)
    public List<RecentRecord> recent(ListReader reader, int limit, @Nullable String except) {
        List<SearchTarget> visible = targets.stream()
                .filter(target -> reader.can(target.permission()))
                .toList();
        if (visible.isEmpty()) {
            return List.of();
        }
        Map<String, SearchTarget> byNoun =
                visible.stream().collect(Collectors.toMap(SearchTarget::noun, Function.identity()));
        return visits.latest(reader, visible, limit + 1).stream()
                .map(found -> record(found, byNoun.get(found.noun())))
                .filter(record -> !record.href().equals(except))
                .limit(limit)
                .toList();
    }

    private static RecentRecord record(VisitRepository.Found found, @Nullable SearchTarget target) {
        SearchTarget known = Objects.requireNonNull(target);
        return new RecentRecord(found.name(), found.note(), known.icon(), known.path() + "/" + found.id());
    }
}
