package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.Deeds.Fact;
import org.triviumcrm.insight.people.ExpenseRepository.Spent;
import org.triviumcrm.insight.people.Expenses.Line;

/** What was spent on customers against what it brought. */
@Service
@Transactional(readOnly = true)
class ExpenseService {

    private static final int SHOWN = 200;
    private static final int EXPORTED = 10_000;

    private final LeaderboardService people;
    private final ExpenseRepository spent;
    private final MessageSource messages;

    ExpenseService(LeaderboardService people, ExpenseRepository spent, MessageSource messages) {
        this.people = people;
        this.spent = spent;
        this.messages = messages;
    }

    /** @param filter with nothing open */
    @CanViewPerformance
    public Expenses of(Viewer viewer, ExpenseFilter filter) {
        return expenses(viewer, filter, SHOWN);
    }

    /** @throws AccessDeniedException for somebody who may not see them */
    @CanExportPerformance
    public Expenses export(Viewer viewer, ExpenseFilter filter) {
        if (!viewer.can("sales.opportunity.view")) {
            throw new AccessDeniedException("No expenses for this viewer");
        }
        return expenses(viewer, filter, EXPORTED);
    }

    private Expenses expenses(Viewer viewer, ExpenseFilter filter, int limit) {
        return filter.by() == ExpenseCut.OPPORTUNITY
                ? byOpportunity(viewer, filter.span(), limit)
                : byPerson(viewer, filter.span(), limit);
    }

    /** Whoever has spent something. */
    private Expenses byPerson(Viewer viewer, Span span, int limit) {
        Leaderboard board = people.spending(viewer, span);
        List<Line> lines = board.lines().stream()
                .filter(line -> line.deeds().count(Fact.COST) > 0)
                .map(ExpenseService::person)
                .sorted(Comparator.comparing(Line::cost).reversed().thenComparing(Line::name))
                .toList();
        return new Expenses(lines.stream().limit(limit).toList(), person(board.total()), lines.size() > limit);
    }

    private static Line person(Leaderboard.Line line) {
        Deeds deeds = line.deeds();
        return new Line(
                line.name(),
                line.href(),
                null,
                null,
                deeds.count(Fact.COST),
                deeds.amount(Fact.COST),
                line.links().costs(),
                deeds.count(Fact.WON),
                deeds.amount(Fact.WON),
                line.links().won());
    }

    private Expenses byOpportunity(Viewer viewer, Span span, int limit) {
        List<Spent> found = spent.byOpportunity(viewer.scope("opportunity"), span, viewer.zone(), limit + 1);
        Spent any = found.isEmpty() ? null : found.get(0);
        return new Expenses(
                found.stream().limit(limit).map(one -> opportunity(one, span)).toList(),
                new Line(
                        Objects.requireNonNull(
                                messages.getMessage("insight.people.total", null, LocaleContextHolder.getLocale())),
                        null,
                        null,
                        null,
                        any == null ? 0 : any.allCount(),
                        any == null ? BigDecimal.ZERO : any.allCost(),
                        rows(span, null),
                        any == null ? 0 : any.allWins(),
                        any == null ? BigDecimal.ZERO : any.allWon(),
                        null),
                found.size() > limit);
    }

    private static Line opportunity(Spent one, Span span) {
        boolean won = one.state().equals("WON");
        return new Line(
                one.name(),
                "/sales/opportunities/" + one.id(),
                one.owner(),
                one.state(),
                one.count(),
                one.cost(),
                rows(span, one.id()),
                won ? 1 : 0,
                won ? one.baseAmount() : BigDecimal.ZERO,
                null);
    }

    private static String rows(Span span, @Nullable Long opportunity) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(DoneFilter.PATH)
                .queryParam("from", span.from())
                .queryParam("to", span.to())
                .queryParam("spent", true);
        return (opportunity == null ? uri : uri.queryParam("opportunity", opportunity)).toUriString();
    }
}
