package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.Deeds.Fact;
import org.triviumcrm.insight.people.Leaderboard.Line;
import org.triviumcrm.insight.people.LeaderboardRepository.Asked;
import org.triviumcrm.insight.people.LeaderboardRepository.Sum;
import org.triviumcrm.sales.QuotaStandings;
import org.triviumcrm.sales.QuotaStandings.Standing;
import org.triviumcrm.sales.QuotaSubject;

/** How the people and teams in a viewer's reach do; every figure is that of the rows it leads to. */
@Service
@Transactional(readOnly = true)
class LeaderboardService {

    private static final int SHOWN = 100;
    private static final int EXPORTED = 10_000;

    private final LeaderboardRepository deeds;
    private final QuotaStandings quotas;
    private final People people;
    private final Teams teams;
    private final MessageSource messages;

    LeaderboardService(
            LeaderboardRepository deeds, QuotaStandings quotas, People people, Teams teams, MessageSource messages) {
        this.deeds = deeds;
        this.quotas = quotas;
        this.people = people;
        this.teams = teams;
        this.messages = messages;
    }

    /** @param filter with nothing open */
    @CanViewPerformance
    public Leaderboard of(Viewer viewer, PeopleFilter filter) {
        return board(viewer, filter, SHOWN);
    }

    /** Everybody with what was spent and won, and nothing else. */
    @CanViewPerformance
    public Leaderboard spending(Viewer viewer, Span span) {
        PeopleFilter filter =
                new PeopleFilter(span.from(), span.to(), PeopleCut.PERSON, PeopleMeasure.WON_AMOUNT, null, false);
        Map<@Nullable Long, Deeds> all = new HashMap<>();
        all.put(null, Deeds.NONE);
        for (Sum one : deeds.sums(asked(viewer, span, null, null), EnumSet.of(Fact.COST, Fact.WON))) {
            for (Long key : java.util.Arrays.asList(one.ownerId(), null)) {
                all.put(key, all.getOrDefault(key, Deeds.NONE).with(one.fact(), one.count(), one.amount()));
            }
        }
        Map<Long, String> names = people.names(keys(all));
        TeamTree none = new TeamTree(List.of());
        return new Leaderboard(
                keys(all).stream()
                        .map(key -> line(filter, key, names, all, new HashMap<>(), none, null))
                        .toList(),
                line(filter, null, names, all, new HashMap<>(), none, null),
                false);
    }

    /** @throws AccessDeniedException for somebody who may not see it */
    @CanExportPerformance
    public Leaderboard export(Viewer viewer, PeopleFilter filter) {
        if (!viewer.can("sales.opportunity.view")) {
            throw new AccessDeniedException("No performance for this viewer");
        }
        return board(viewer, filter, EXPORTED);
    }

    /** What one person has done, as far as the viewer sees it. */
    @CanViewPerformance
    public Deeds of(Viewer viewer, long person, Span span) {
        Asked asked = asked(viewer, span, null, person);
        Deeds all = sum(asked, EnumSet.allOf(Fact.class));
        Integer cycle = deeds.cycles(asked, false).median();
        return all.with(cycle, standings(viewer, PeopleCut.PERSON, span).get(person));
    }

    /** What one person has done of activities alone. */
    @CanViewPerformance
    public Deeds done(Viewer viewer, long person, Span span) {
        return sum(asked(viewer, span, null, person), EnumSet.of(Fact.CALL));
    }

    private Deeds sum(Asked asked, Set<Fact> facts) {
        Deeds all = Deeds.NONE;
        for (Sum one : deeds.sums(asked, facts)) {
            all = all.with(one.fact(), one.count(), one.amount());
        }
        return all;
    }

    private Leaderboard board(Viewer viewer, PeopleFilter filter, int limit) {
        TeamTree tree =
                new TeamTree(filter.cut() == PeopleCut.TEAM || filter.team() != null ? teams.tree() : List.of());
        Set<Long> narrowed = filter.team() == null ? null : tree.below(filter.team());
        Asked asked = asked(viewer, filter.span(), narrowed, null);
        PeopleMeasure measure = filter.chosen();
        Map<Long, Deeds> now = all(viewer, filter, asked, tree, EnumSet.allOf(PeopleMeasure.class));
        Map<Long, Deeds> then = measure == PeopleMeasure.PIPELINE
                ? new HashMap<>()
                : all(viewer, filter, asked.during(filter.span().before()), tree, EnumSet.of(measure));
        Map<Long, String> names = filter.cut() == PeopleCut.PERSON ? people.names(keys(now)) : tree.names();
        List<Line> lines = keys(now).stream()
                .map(key -> line(filter, key, names, now, then, tree, narrowed))
                .sorted(order(filter))
                .toList();
        return new Leaderboard(
                lines.stream().limit(limit).toList(),
                line(filter, null, names, now, then, tree, narrowed),
                lines.size() > limit);
    }

    private static Asked asked(Viewer viewer, Span span, @Nullable Collection<Long> teams, @Nullable Long person) {
        Scope quotes = viewer.can("sales.quote.view") ? viewer.scope("quote") : new Scope.Nothing();
        return new Asked(viewer.scope("opportunity"), quotes, span, viewer.zone(), teams, person);
    }

    /** By person or team; null for all together. */
    private Map<@Nullable Long, Deeds> all(
            Viewer viewer, PeopleFilter filter, Asked asked, TeamTree tree, Set<PeopleMeasure> measures) {
        boolean byTeam = filter.cut() == PeopleCut.TEAM;
        Map<Long, Collection<Long>> above =
                byTeam ? tree.above(asked.opportunities().base()) : Map.of();
        Map<@Nullable Long, Deeds> all = new HashMap<>();
        all.put(null, Deeds.NONE);
        for (Sum sum : deeds.sums(asked, facts(measures))) {
            Set<@Nullable Long> keys =
                    new HashSet<>(byTeam ? above.getOrDefault(sum.teamId(), List.of(0L)) : List.of(sum.ownerId()));
            keys.add(null);
            keys.forEach(key -> all.merge(
                    key,
                    Deeds.NONE.with(sum.fact(), sum.count(), sum.amount()),
                    (one, other) -> one.with(sum.fact(), sum.count(), sum.amount())));
        }
        Map<@Nullable Long, Integer> cycles = new HashMap<>();
        if (measures.contains(PeopleMeasure.CYCLE)) {
            cycles.putAll(deeds.cycles(asked, byTeam)
                    .medians(base -> byTeam ? above.getOrDefault(base, List.of(0L)) : List.of(base)));
        }
        Map<Long, Standing> standings =
                measures.contains(PeopleMeasure.ATTAINMENT) ? standings(viewer, filter.cut(), asked.span()) : Map.of();
        if (filter.team() == null) {
            standings.forEach((key, standing) -> {
                if (standing.quota() != null || standing.attained().signum() != 0) {
                    all.putIfAbsent(key, Deeds.NONE);
                }
            });
        }
        all.replaceAll((key, one) -> one.with(cycles.get(key), key == null ? null : standings.get(key)));
        return all;
    }

    private static Set<Fact> facts(Set<PeopleMeasure> measures) {
        if (measures.size() > 1) {
            return EnumSet.allOf(Fact.class);
        }
        return switch (measures.iterator().next()) {
            case WON_AMOUNT, WON_COUNT, CONVERSION, PIPELINE -> EnumSet.of(Fact.WON, Fact.LOST);
            case DISCOUNT -> EnumSet.of(Fact.QUOTE);
            case ACTIVITIES -> EnumSet.of(Fact.CALL);
            case ATTAINMENT, CYCLE -> EnumSet.noneOf(Fact.class);
        };
    }

    /** Only of whole months are there quotas. */
    private Map<Long, Standing> standings(Viewer viewer, PeopleCut cut, Span span) {
        return span.wholeMonths() == 0 || !viewer.can("sales.funnel.view")
                ? Map.of()
                : quotas.standings(
                        viewer,
                        cut == PeopleCut.PERSON ? QuotaSubject.PERSON : QuotaSubject.TEAM,
                        YearMonth.from(span.from()),
                        YearMonth.from(span.to()));
    }

    private Line line(
            PeopleFilter filter,
            @Nullable Long key,
            Map<Long, String> names,
            Map<@Nullable Long, Deeds> now,
            Map<@Nullable Long, Deeds> then,
            TeamTree tree,
            @Nullable Set<Long> narrowed) {
        boolean byTeam = filter.cut() == PeopleCut.TEAM;
        Deeds before = then.get(key);
        Collection<Long> its = byTeam && key != null ? key == 0 ? Set.of() : tree.below(key) : narrowed;
        return new Line(
                key,
                key == null
                        ? text("insight.people.total")
                        : Objects.requireNonNull(names.getOrDefault(key, text("insight.people.noTeam"))),
                key == null || key == 0 ? null : byTeam ? filter.teamHref(key) : filter.personHref(key),
                Objects.requireNonNull(now.getOrDefault(key, Deeds.NONE)),
                before == null ? null : before.value(filter.chosen()),
                new PeopleLinks(filter.span(), byTeam ? null : key, its));
    }

    /** Those of whom there is nothing to measure come last either way. */
    private static Comparator<Line> order(PeopleFilter filter) {
        Comparator<BigDecimal> values = filter.leastFirst() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.<Line, @Nullable BigDecimal>comparing(
                        line -> line.deeds().value(filter.chosen()), Comparator.nullsLast(values))
                .thenComparing(Line::name);
    }

    private static List<Long> keys(Map<@Nullable Long, Deeds> all) {
        List<Long> keys = new ArrayList<>();
        all.forEach((key, deeds) -> {
            if (key != null) {
                keys.add(key);
            }
        });
        return keys;
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
