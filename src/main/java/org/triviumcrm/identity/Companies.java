package org.triviumcrm.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The settings of the company, for other modules. */
public interface Companies {

    /** Empty before the first run. */
    Optional<Company> current();

    /** ISO code of the company's currency; USD before the first run. */
    default String currency() {
        return current().map(Company::currency).orElse("USD");
    }

    /** Where the company's days begin and end; UTC before the first run. */
    default ZoneId zone() {
        return current().map(Company::zone).orElse(ZoneOffset.UTC);
    }

    /** The last day that is no day to come: the company's, or the viewer's where the calendar is a day further already. */
    default LocalDate latestDay(Viewer viewer, Instant now) {
        LocalDate ours = LocalDate.ofInstant(now, zone());
        LocalDate theirs = LocalDate.ofInstant(now, viewer.zone());
        return theirs.isAfter(ours) ? theirs : ours;
    }
}
