package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import org.triviumcrm.demo.DemoCustomers.Company;

/**
 * A line of campaigns.csv, on the days it means when the demo is made.
 *
 * @param region empty where it is for all of its language
 * @param budget in pounds
 * @param spent how much of the budget, in per cent
 * @param people how many are invited at most
 * @param brings how many opportunities it touches at most
 * @param source leads of this source came of it; empty for none
 */
record DemoCampaign(
        long id,
        DemoCast.Member owner,
        String language,
        String name,
        String method,
        String region,
        String product,
        LocalDate startOn,
        LocalDate endOn,
        String state,
        int budget,
        int spent,
        int people,
        int brings,
        String source,
        String goal) {

    /** Days between the approval and the beginning. */
    private static final int APPROVED_BEFORE = 14;

    static DemoCampaign of(long id, NamedCsvRecord row, DemoCast cast, LocalDate today) {
        String language = row.getField("language");
        LocalDate startOn = today.plusDays(number(row, "starts"));
        return new DemoCampaign(
                id,
                cast.members().stream()
                        .filter(member ->
                                member.team().equals(language) && member.role().equals("marketing_manager"))
                        .findFirst()
                        .orElseThrow(),
                language,
                row.getField("name"),
                row.getField("method"),
                row.getField("region"),
                row.getField("product"),
                startOn,
                startOn.plusDays(number(row, "days") - 1L),
                row.getField("state"),
                number(row, "budget"),
                number(row, "spent"),
                number(row, "people"),
                number(row, "brings"),
                row.getField("source"),
                row.getField("goal"));
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    boolean isFor(Company company) {
        return company.language().equals(language)
                && (region.isEmpty() || company.region().equals(region));
    }

    boolean hasBegun() {
        return state.equals("RUNNING") || state.equals("COMPLETED");
    }

    boolean isApproved() {
        return !state.equals("PLANNED");
    }

    /** The day of the last change of its state that is not ahead. */
    LocalDate since(LocalDate today) {
        LocalDate day = switch (state) {
            case "COMPLETED" -> endOn;
            case "RUNNING" -> startOn;
            default -> approvedOn();
        };
        return day.isBefore(today) ? day : today.minusDays(1);
    }

    LocalDate approvedOn() {
        return startOn.minusDays(APPROVED_BEFORE);
    }

    LocalDate createdOn() {
        return startOn.minusDays(APPROVED_BEFORE + 14L);
    }
}
