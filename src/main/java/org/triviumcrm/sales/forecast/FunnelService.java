package org.triviumcrm.sales.forecast;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.MonthlyTargets;
import org.triviumcrm.sales.TargetOutlook;
import org.triviumcrm.sales.pipeline.PipelineChoice;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.shared.web.NotFound;

/** The funnel of what a viewer sees, and the targets it is held against. */
@Service
class FunnelService implements MonthlyTargets {

    private final FunnelRepository funnels;
    private final PipelineService pipelines;
    private final Teams teams;
    private final Companies companies;
    private final Clock clock;

    FunnelService(FunnelRepository funnels, PipelineService pipelines, Teams teams, Companies companies, Clock clock) {
        this.funnels = funnels;
        this.pipelines = pipelines;
        this.teams = teams;
        this.companies = companies;
        this.clock = clock;
    }

    @CanViewFunnel
    @Transactional(readOnly = true)
    public FunnelPage page(Viewer viewer, FunnelFilter asked) {
        return read(viewer, asked.in(pipeline(viewer, asked.pipeline())));
    }

    private FunnelPage read(Viewer viewer, FunnelFilter filter) {
        Set<Long> chosen = filter.team() == null ? Set.of() : teams.andBelow(filter.team());
        YearMonth now = YearMonth.now(clock.withZone(viewer.zone()));
        var stages = funnels.stages(
                Objects.requireNonNull(filter.pipeline()),
                viewer.scope("opportunity"),
                chosen,
                null,
                now.minusMonths(filter.months()).atDay(1));
        return new FunnelPage(
                filter,
                chosen,
                stages,
                FunnelForecast.of(
                        stages.stream().map(MeasuredStage::funnelStage).toList()),
                funnels.target(filter.pipeline(), filter.teamOrNone()).orElse(null),
                companies.currency(),
                now);
    }

    @Override
    @CanViewFunnel
    @Transactional(readOnly = true)
    public Optional<TargetOutlook> outlook(Viewer viewer) {
        Scope scope = viewer.scope("opportunity");
        Collection<Long> reach = scope.base() instanceof Scope.Teams teamScope ? teamScope.teamIds() : List.of();
        List<Long> inOrder = pipelines(viewer).stream().map(PipelineChoice::id).toList();
        return funnels.firstTarget(inOrder, reach)
                .map(key -> outlook(
                        viewer,
                        new FunnelFilter(key.pipelineId(), key.teamId() == 0 ? null : key.teamId(), null),
                        scope));
    }

    private TargetOutlook outlook(Viewer viewer, FunnelFilter filter, Scope scope) {
        FunnelPage page = read(viewer, filter);
        return new TargetOutlook(
                Objects.requireNonNull(page.target()),
                funnels.won(
                        Objects.requireNonNull(filter.pipeline()),
                        scope,
                        page.teams(),
                        page.now().atDay(1)),
                page.gaps().stream()
                        .map(gap -> new TargetOutlook.Gap(page.month(gap.month()), gap.shortfall()))
                        .toList(),
                filter.href());
    }

    @CanViewFunnel
    @Transactional(readOnly = true)
    public List<PipelineChoice> pipelines(Viewer viewer) {
        return pipelines.of(viewer);
    }

    /** The teams that a viewer can choose: those in reach. */
    @CanViewFunnel
    @Transactional(readOnly = true)
    public List<TeamRef> teams(Viewer viewer) {
        Stream<TeamRef> all = teams.tree().stream();
        return all.filter(team -> viewer.scope("opportunity").includes(null, team.id()))
                .toList();
    }

    @CanManageTargets
    @Transactional
    public void setTarget(Viewer viewer, SetTarget input) {
        long team = input.team() == null ? 0 : input.team();
        if (team != 0 && !viewer.scope("opportunity").includes(null, team)) {
            throw new NotFound();
        }
        funnels.setTarget(pipeline(viewer, input.pipeline()), team, input.amount());
    }

    private long pipeline(Viewer viewer, @Nullable Long wanted) {
        List<PipelineChoice> mine = pipelines.of(viewer);
        return (wanted == null
                        ? PipelineChoice.usual(mine)
                        : mine.stream()
                                .filter(pipeline -> wanted.equals(pipeline.id()))
                                .findFirst())
                .map(PipelineChoice::id)
                .orElseThrow(NotFound::new);
    }
}
