package org.triviumcrm.insight.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.home.HomeRepository.PersonSum;
import org.triviumcrm.insight.home.HomeRepository.StageSum;
import org.triviumcrm.insight.home.HomeRepository.StaleDeal;
import org.triviumcrm.insight.home.HomeRepository.Sum;
import org.triviumcrm.insight.home.HomeRepository.Task;
import org.triviumcrm.shared.list.ListLink;

/**
 * The home page of one person.
 *
 * @param places the pages of what the tasks are about
 * @param sales null for somebody who may see no opportunities
 */
public record HomePage(
        String currency,
        LocalDate today,
        Instant now,
        List<Task> tasks,
        Map<String, String> places,
        @Nullable Sales sales) {

    private static final String LIST = "/sales/opportunities";

    public boolean overdue(Task task) {
        return task.at().isBefore(now);
    }

    /** The record that it is about; one's tasks when that is not to be seen any more. */
    public String href(Task task) {
        return places.getOrDefault(task.about(), "/tasks");
    }

    public record Sales(
            List<StageSum> stages,
            Sum wonInMonth,
            Sum wonInQuarter,
            LocalDate quarter,
            List<PersonSum> people,
            List<StaleDeal> stale) {

        public long openCount() {
            return stages.stream().mapToLong(StageSum::count).sum();
        }

        public BigDecimal openAmount() {
            return stages.stream().map(StageSum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public String openHref() {
            return ListLink.to(LIST).is("state", "OPEN").toString();
        }

        public String stageHref(StageSum stage) {
            return ListLink.to(LIST).is("state", "OPEN").is("stage", stage.id()).toString();
        }

        public String monthHref(LocalDate today) {
            LocalDate first = today.withDayOfMonth(1);
            return won(first, first.plusMonths(1).minusDays(1)).toString();
        }

        public String quarterHref(LocalDate today) {
            return won(quarter, today.withDayOfMonth(1).plusMonths(1).minusDays(1))
                    .toString();
        }

        public String personHref(PersonSum person, LocalDate today) {
            return won(quarter, today.withDayOfMonth(1).plusMonths(1).minusDays(1))
                    .is("owner", person.id())
                    .toString();
        }

        private static ListLink won(LocalDate from, LocalDate to) {
            return ListLink.to(LIST).is("state", "WON").days("closedOn", from, to);
        }
    }
}
