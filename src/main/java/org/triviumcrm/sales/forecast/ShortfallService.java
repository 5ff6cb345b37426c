package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.quota.QuotaMonthService;

/** Who falls short of the quotas of the months ahead, one level below what the funnel shows. Stages convert for everybody as they do in the whole funnel. */
@Service
class ShortfallService {

    private final FunnelRepository funnels;
    private final FunnelService pages;
    private final QuotaMonthService quotas;

    ShortfallService(FunnelRepository funnels, FunnelService pages, QuotaMonthService quotas) {
        this.funnels = funnels;
        this.pages = pages;
        this.quotas = quotas;
    }

    /** The most missing first; nobody where no quotas are set below, or where the viewer sees nothing but the own. */
    @CanViewFunnel
    @Transactional(readOnly = true)
    public List<Shortfall> of(Viewer viewer, FunnelPage page) {
        if (viewer.scope("opportunity").base() instanceof Scope.Own) {
            return List.of();
        }
        return Stream.concat(teams(viewer, page).stream(), people(viewer, page).stream())
                .filter(one -> one.missing().signum() > 0)
                .sorted(Comparator.comparing(Shortfall::missing).reversed())
                .toList();
    }

    private List<Shortfall> teams(Viewer viewer, FunnelPage page) {
        Map<Long, List<@Nullable BigDecimal>> targets = targets(viewer, page, QuotaSubject.TEAM);
        if (targets.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<Long, BigDecimal>> held = new HashMap<>();
        funnels.ofTeams(pipeline(page), viewer.scope("opportunity"))
                .forEach(one ->
                        held.computeIfAbsent(one.whose(), id -> new HashMap<>()).put(one.stageId(), one.amount()));
        List<TeamRef> reach = pages.teams(viewer);
        return below(reach, page.filter().team()).stream()
                .filter(team -> targets.containsKey(team.id()))
                .map(team -> shortfall(
                        page,
                        team.name(),
                        stages(held, withAllBelow(reach, team.id())),
                        Objects.requireNonNull(targets.get(team.id())),
                        new FunnelFilter(
                                        pipeline(page), team.id(), page.filter().window())
                                .href()))
                .toList();
    }

    /** Of a team that was chosen, the people in it. */
    private List<Shortfall> people(Viewer viewer, FunnelPage page) {
        Long team = page.filter().team();
        Map<Long, List<@Nullable BigDecimal>> targets =
                team == null ? Map.of() : targets(viewer, page, QuotaSubject.PERSON);
        if (targets.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<Long, BigDecimal>> held = new HashMap<>();
        Map<Long, String> names = new HashMap<>();
        funnels.ofPeople(pipeline(page), viewer.scope("opportunity"), Objects.requireNonNull(team))
                .forEach(one -> {
                    names.put(one.whose(), one.name());
                    if (one.stageId() != 0) {
                        held.computeIfAbsent(one.whose(), id -> new HashMap<>()).put(one.stageId(), one.amount());
                    }
                });
        return names.keySet().stream()
                .filter(targets::containsKey)
                .map(id -> shortfall(
                        page,
                        Objects.requireNonNull(names.get(id)),
                        stages(held, Set.of(id)),
                        Objects.requireNonNull(targets.get(id)),
                        "/sales/quotas/" + QuotaSubject.PERSON + "/" + id))
                .toList();
    }

    /** Quotas are over all pipelines, unless they are said for one. */
    private Map<Long, List<@Nullable BigDecimal>> targets(Viewer viewer, FunnelPage page, QuotaSubject subject) {
        YearMonth from = page.now().plusMonths(1);
        Map<Long, List<@Nullable BigDecimal>> said =
                quotas.ahead(viewer, subject, pipeline(page), from, FunnelPage.AHEAD);
        return said.isEmpty() && pages.pipelines(viewer).size() == 1
                ? quotas.ahead(viewer, subject, null, from, FunnelPage.AHEAD)
                : said;
    }

    /** The teams right below the chosen one; without one those at the top, or below the only one there. */
    private static List<TeamRef> below(List<TeamRef> reach, @Nullable Long chosen) {
        if (chosen != null) {
            return reach.stream().filter(team -> chosen.equals(team.parentId())).toList();
        }
        Set<Long> ids = reach.stream().map(TeamRef::id).collect(Collectors.toSet());
        List<TeamRef> tops = reach.stream()
                .filter(team -> team.parentId() == null || !ids.contains(team.parentId()))
                .toList();
        List<TeamRef> next = tops.size() == 1 ? below(reach, tops.get(0).id()) : List.of();
        return next.isEmpty() ? tops : next;
    }

    /** Who sees a team sees those below it. */
    private static Set<Long> withAllBelow(List<TeamRef> reach, long team) {
        Set<Long> ids = new HashSet<>(Set.of(team));
        reach.stream() // each stands behind the one it is below
                .filter(one -> one.parentId() != null && ids.contains(one.parentId()))
                .forEach(one -> ids.add(one.id()));
        return ids;
    }

    private static Map<Long, BigDecimal> stages(Map<Long, Map<Long, BigDecimal>> held, Collection<Long> whose) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        whose.forEach(id ->
                held.getOrDefault(id, Map.of()).forEach((stage, amount) -> sums.merge(stage, amount, BigDecimal::add)));
        return sums;
    }

    private static Shortfall shortfall(
            FunnelPage page,
            String name,
            Map<Long, BigDecimal> amounts,
            List<@Nullable BigDecimal> targets,
            String href) {
        FunnelForecast forecast = FunnelForecast.of(page.stages().stream()
                .map(MeasuredStage::funnelStage)
                .map(stage -> new FunnelStage(
                        stage.id(),
                        stage.name(),
                        amounts.getOrDefault(stage.id(), BigDecimal.ZERO).max(BigDecimal.ZERO),
                        stage.conversion(),
                        stage.days()))
                .toList());
        BigDecimal expected = BigDecimal.ZERO;
        BigDecimal target = BigDecimal.ZERO;
        for (int month = 0; month < targets.size(); month++) {
            BigDecimal quota = targets.get(month);
            if (quota != null) {
                target = target.add(quota);
                expected = expected.add(forecast.signedIn(month + 1));
            }
        }
        return new Shortfall(name, expected, target, href);
    }

    private static long pipeline(FunnelPage page) {
        return Objects.requireNonNull(page.filter().pipeline());
    }
}
