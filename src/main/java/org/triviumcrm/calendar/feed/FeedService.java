package org.triviumcrm.calendar.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.calendar.view.CalendarEntry;
import org.triviumcrm.calendar.view.PlannerService;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.web.NotFound;

/** The own calendar for other calendars: what its person may see at that moment, and nothing else. */
@Service
@Transactional
public class FeedService {

    static final int READS_AN_HOUR = 120;

    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 12;
    private static final int MOST = 3000;

    private final FeedRepository feeds;
    private final PlannerService calendar;
    private final Viewers viewers;
    private final Clock clock;

    FeedService(FeedRepository feeds, PlannerService calendar, Viewers viewers, Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** It is read more often than calendars do. */
    static class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * For whoever has the address.
     *
     * @throws NotFound when there is none of this address, or its person has left
     * @throws TooOften when it is read too often
     */
    String read(String token) {
        Instant now = clock.instant();
        FeedRepository.Read read = feeds.read(FeedKey.hash(token), now).orElseThrow(NotFound::new);
        if (read.hits() > READS_AN_HOUR) {
            throw new TooOften();
        }
        Viewer viewer = viewers.find(read.personId()).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        return write(
                viewer,
                calendar.own(viewer, today.minusMonths(MONTHS_BACK), today.plusMonths(MONTHS_AHEAD), MOST),
                read.tasks());
    }

    /** One entry, for those who want it in their calendar without a feed. */
    @SignedIn
    @Transactional(readOnly = true)
    String file(Viewer viewer, long id) {
        return write(viewer, List.of(calendar.one(viewer, id)), FeedTasks.EVENT);
    }

    @SignedIn
    @Transactional(readOnly = true)
    public Optional<FeedStanding> standing(Viewer viewer) {
        return feeds.find(viewer.personId());
    }

    /** A new one, in the place of the one before. @return the secret, which nobody can read again */
    @SignedIn
    String make(Viewer viewer, FeedTasks tasks) {
        String token = FeedKey.make();
        feeds.make(viewer.personId(), FeedKey.hash(token), tasks, clock.instant());
        return token;
    }

    @SignedIn
    void switchOff(Viewer viewer) {
        feeds.switchOff(viewer.personId());
    }

    private String write(Viewer viewer, List<CalendarEntry> entries, FeedTasks tasks) {
        Map<Long, FeedEntry.More> more =
                feeds.more(entries.stream().map(CalendarEntry::id).toList(), viewer.personId());
        return FeedWriter.write(
                entries.stream()
                        .flatMap(
                                entry -> Stream.ofNullable(more.get(entry.id())).map(one -> new FeedEntry(entry, one)))
                        .toList(),
                tasks);
    }
}
