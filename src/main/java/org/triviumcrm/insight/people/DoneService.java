package org.triviumcrm.insight.people;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.DonePage.Done;
import org.triviumcrm.insight.people.DoneRepository.Total;

/**
 * What people in reach have done. All of it counts; what it was about is told of records that the viewer sees, so that the number is right and nothing is given away.
 */
@Service
class DoneService {

    /** Where a page ended: what is written is none for all that can't be read. */
    private record Place(@Nullable Instant at, long id) {

        static Place read(@Nullable String text) {
            String[] parts = text == null ? new String[0] : text.split("~", -1);
            try {
                return parts.length == 2
                        ? new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]))
                        : new Place(null, 0);
            } catch (DateTimeParseException | NumberFormatException e) {
                return new Place(null, 0);
            }
        }
    }

    private final DoneRepository activities;
    private final SubjectPlaces places;

    DoneService(DoneRepository activities, SubjectPlaces places) {
        this.activities = activities;
        this.places = places;
    }

    /** @param filter with its days */
    @CanViewPerformance
    @Transactional(readOnly = true)
    public DonePage page(Viewer viewer, DoneFilter filter) {
        Scope scope = viewer.scope("opportunity");
        Place place = Place.read(filter.before());
        List<Done> found = activities.rows(scope, filter, viewer.zone(), place.at(), place.id());
        List<Done> rows = found.subList(0, Math.min(found.size(), DonePage.SIZE));
        Map<String, String> seen =
                places.of(viewer, rows.stream().map(Done::about).toList());
        Total total = activities.total(scope, filter, viewer.zone());
        Done last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        return new DonePage(
                rows.stream().map(row -> row.at(seen.get(row.about()))).toList(),
                total.count(),
                total.cost(),
                found.size() > DonePage.SIZE && last != null ? filter.next(last.happened() + "~" + last.id()) : null);
    }
}
