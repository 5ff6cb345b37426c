package org.triviumcrm.insight.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.figures.FigureRepository.Sum;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.ListLink;

/** What the opportunities in a viewer's reach add up to, each sum with the way to its rows. */
@Service
@Transactional(readOnly = true)
class FigureService {

    private static final int PEOPLE = 50;
    private static final int MONTHS = 24;

    private final FigureRepository figures;
    private final Teams teams;
    private final Format format;
    private final MessageSource messages;

    FigureService(FigureRepository figures, Teams teams, Format format, MessageSource messages) {
        this.figures = figures;
        this.teams = teams;
        this.format = format;
        this.messages = messages;
    }

    @CanViewFigures
    public Figures of(Viewer viewer, FigureFilter filter) {
        Scope scope = viewer.scope("opportunity");
        return new Figures(
                states(scope, filter),
                list(
                        figures.byOpenStage(scope),
                        sum -> ListLink.to("/sales/opportunities")
                                .is("state", "OPEN")
                                .is("stage", sum.id())),
                offices(scope, filter),
                list(
                        figures.wonByPerson(scope, filter, PEOPLE),
                        sum -> filter.rows("WON").is("owner", sum.id())),
                list(
                        figures.wonByShare(scope, filter, PEOPLE),
                        sum -> filter.rows("WON").is("share", sum.id())),
                list(
                        figures.wonByProduct(scope, filter),
                        sum -> sum.id() == 0
                                ? filter.rows("WON").empty("product")
                                : filter.rows("WON").is("product", sum.id())),
                months(scope, filter));
    }

    private List<Figure> states(Scope scope, FigureFilter filter) {
        Map<String, Sum> byName = new LinkedHashMap<>();
        figures.byState(scope, filter).forEach(sum -> byName.put(sum.name(), sum));
        List<Figure> states = new ArrayList<>();
        for (String state : List.of("OPEN", "WON", "LOST")) {
            Sum sum = byName.getOrDefault(state, new Sum(0, state, 0, BigDecimal.ZERO, null));
            ListLink rows =
                    state.equals("OPEN") ? ListLink.to("/sales/opportunities").is("state", state) : filter.rows(state);
            states.add(new Figure(text("sales.state." + state), sum.count(), sum.amount(), rows.toString()));
        }
        return states;
    }

    /** Each top-level team with all below it, the greatest first. */
    private List<Figure> offices(Scope scope, FigureFilter filter) {
        List<Sum> sums = figures.wonByTeam(scope, filter);
        List<Figure> offices = new ArrayList<>();
        for (TeamRef office : teams.tree()) {
            if (office.depth() == 0) {
                Set<Long> all = teams.andBelow(office.id());
                List<Sum> its =
                        sums.stream().filter(sum -> all.contains(sum.id())).toList();
                if (!its.isEmpty()) {
                    offices.add(new Figure(
                            office.name(),
                            its.stream().mapToLong(Sum::count).sum(),
                            its.stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                            filter.rows("WON").is("team", all.toArray()).toString()));
                }
            }
        }
        offices.sort(Comparator.comparing(Figure::amount).reversed());
        return offices;
    }

    private List<Figure> months(Scope scope, FigureFilter filter) {
        List<Figure> months = new ArrayList<>();
        for (Sum sum : figures.wonByMonth(scope, filter, MONTHS)) {
            if (sum.month() != null) {
                YearMonth month = YearMonth.from(sum.month());
                String rows = new FigureFilter(month, month).rows("WON").toString();
                months.add(0, new Figure(format.month(month), sum.count(), sum.amount(), rows));
            }
        }
        return months;
    }

    private List<Figure> list(List<Sum> sums, Function<Sum, ListLink> rows) {
        return sums.stream()
                .map(sum -> new Figure(
                        sum.name().isEmpty() ? text("insight.figures.none") : sum.name(),
                        sum.count(),
                        sum.amount(),
                        rows.apply(sum).toString()))
                .toList();
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
