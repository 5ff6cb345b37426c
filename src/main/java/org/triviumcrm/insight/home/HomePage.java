package org.triviumcrm.insight.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.home.HomeRepository.PersonSum;
import org.triviumcrm.insight.home.HomeRepository.StageSum;
import org.triviumcrm.insight.home.HomeRepository.Sum;
import org.triviumcrm.insight.home.HomeRepository.Task;
import org.triviumcrm.sales.TargetOutlook;
import org.triviumcrm.shared.list.ListLink;

/**
 * The home page of one person.
 *
 * @param places the pages of what the tasks are about
 * @param tickets null for somebody who answers none
 * @param sales null for somebody who may see no opportunities
 */
public record HomePage(
        String currency,
        LocalDate today,
        Instant now,
        List<Task> tasks,
        Map<String, String> places,
        SetUp setUp,
        Waiting waiting,
        @Nullable TicketsToDo tickets,
        @Nullable Sales sales) {

    public boolean overdue(Task task) {
        return task.at().isBefore(now);
    }

    /** The record that it is about; one's tasks when that is not to be seen any more. */
    public String href(Task task) {
        return places.getOrDefault(task.about(), "/tasks");
    }

    /** @param team null for somebody who sees only the own opportunities */
    public record Sales(
            List<StageSum> stages,
            Sum wonInMonth,
            Sum wonInQuarter,
            LocalDate quarter,
            ClosingSoon closing,
            Stalled stalled,
            @Nullable Team team) {

        public long openCount() {
            return stages.stream().mapToLong(StageSum::count).sum();
        }

        public BigDecimal openAmount() {
            return stages.stream().map(StageSum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public String openHref() {
            return Deals.open(null).toString();
        }

        public String stageHref(StageSum stage) {
            return Deals.open(null).is("stage", stage.id()).toString();
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
            return ListLink.to(Deals.LIST).is("state", "WON").days("closedOn", from, to);
        }
    }

    /**
     * What others' opportunities ask of whoever sees them.
     *
     * @param everybody whether all of the company, not only some teams
     * @param target null where none is set, or the viewer does not see the funnel
     */
    public record Team(
            boolean everybody,
            @Nullable TargetOutlook target,
            ClosingSoon closing,
            Stalled stalled,
            List<PersonSum> people) {}
}
