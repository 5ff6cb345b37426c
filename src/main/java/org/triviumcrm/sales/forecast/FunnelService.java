package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
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
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.TargetOutlook;
import org.triviumcrm.sales.pipeline.PipelineChoice;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.quota.QuotaMonthService;
import org.triviumcrm.shared.web.NotFound;

/** The funnel of what a viewer sees, and the targets it is held against. */
@Service
class FunnelService implements MonthlyTargets {

    private final FunnelRepository funnels;
    private final PipelineService pipelines;
    private final QuotaMonthService quotas;
    private final Teams teams;
    private final Companies companies;
    private final Clock clock;

    FunnelService(
            FunnelRepository funnels,
            PipelineService pipelines,
            QuotaMonthService quotas,
            Teams teams,
            Companies companies,
            Clock clock) {
        this.funnels = funnels;
        this.pipelines = pipelines;
        this.quotas = quotas;
        this.teams = teams;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the pipeline or the team */
    @CanViewFunnel
    @Transactional(readOnly = true)
    public FunnelPage page(Viewer viewer, FunnelFilter asked) {
        List<PipelineChoice> mine = pipelines.of(viewer);
        return read(viewer, narrowed(viewer, asked, mine), mine);
    }

    /**
     * What was asked for, in the usual pipeline when none was.
     *
     * @throws NotFound when the viewer does not see the pipeline or the team
     */
    @CanViewFunnel
    @Transactional(readOnly = true)
    public FunnelFilter narrowed(Viewer viewer, FunnelFilter asked) {
        return narrowed(viewer, asked, pipelines.of(viewer));
    }

    private FunnelFilter narrowed(Viewer viewer, FunnelFilter asked, List<PipelineChoice> mine) {
        Long team = asked.team();
        if (team != null && teams(viewer).stream().noneMatch(one -> one.id() == team)) {
            throw new NotFound(); // its quotas and people are not the viewer's to know
        }
        return asked.in(pipeline(mine, asked.pipeline()));
    }

    private FunnelPage read(Viewer viewer, FunnelFilter filter, List<PipelineChoice> mine) {
        Set<Long> chosen = filter.team() == null ? Set.of() : teams.andBelow(filter.team());
        YearMonth now = YearMonth.now(clock.withZone(viewer.zone()));
        long pipeline = Objects.requireNonNull(filter.pipeline());
        var stages = stages(viewer, pipeline, chosen, filter, now);
        QuotaSubject subject = subject(viewer, filter);
        long whose = switch (subject) {
            case TEAM -> filter.teamOrNone();
            case PERSON -> viewer.personId();
            default -> 0;
        };
        // quotas are over all pipelines, unless they are said for one
        List<@Nullable BigDecimal> targets = quotas.months(viewer, subject, whose, pipeline, now, FunnelPage.AHEAD + 1);
        if (targets.stream().noneMatch(Objects::nonNull) && mine.size() == 1) {
            targets = quotas.months(viewer, subject, whose, null, now, FunnelPage.AHEAD + 1);
        }
        return new FunnelPage(
                filter,
                chosen,
                stages,
                forecast(stages),
                targets,
                "/sales/quotas/" + subject + "/" + whose,
                companies.currency(),
                now);
    }

    private static QuotaSubject subject(Viewer viewer, FunnelFilter filter) {
        if (filter.team() != null) {
            return QuotaSubject.TEAM;
        }
        return viewer.scope("opportunity").base() instanceof Scope.Own ? QuotaSubject.PERSON : QuotaSubject.COMPANY;
    }

    private List<MeasuredStage> stages(
            Viewer viewer, long pipeline, Set<Long> chosen, FunnelFilter filter, YearMonth now) {
        return funnels.stages(
                pipeline,
                viewer.scope("opportunity"),
                chosen,
                null,
                now.minusMonths(filter.months()).atDay(1));
    }

    private static FunnelForecast forecast(List<MeasuredStage> stages) {
        return FunnelForecast.of(stages.stream().map(MeasuredStage::funnelStage).toList());
    }

    @Override
    @CanViewFunnel
    @Transactional(readOnly = true)
    public Optional<TargetOutlook> outlook(Viewer viewer) {
        YearMonth now = YearMonth.now(clock.withZone(viewer.zone()));
        return quotas.held(viewer, now, FunnelPage.AHEAD + 1).map(held -> outlook(viewer, held, now));
    }

    /** The quota is over all pipelines, so the funnels of all of them are held against it. */
    private TargetOutlook outlook(Viewer viewer, QuotaMonthService.Held held, YearMonth now) {
        FunnelFilter filter = new FunnelFilter(null, held.subject() == QuotaSubject.TEAM ? held.id() : null, null);
        Set<Long> chosen = filter.team() == null ? Set.of() : teams.andBelow(filter.team());
        List<FunnelForecast> forecasts = pipelines(viewer).stream()
                .map(one -> forecast(stages(viewer, one.id(), chosen, filter, now)))
                .toList();
        List<TargetOutlook.Gap> gaps = new ArrayList<>();
        for (int month = 1; month < held.months().size(); month++) {
            int ahead = month;
            BigDecimal target = held.months().get(month);
            BigDecimal signed = forecasts.stream()
                    .map(forecast -> forecast.signedIn(ahead))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (target != null && target.compareTo(signed) > 0) {
                gaps.add(new TargetOutlook.Gap(now.plusMonths(month), target.subtract(signed)));
            }
        }
        return new TargetOutlook(Objects.requireNonNull(held.months().get(0)), held.attained(), gaps, filter.href());
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

    private static long pipeline(List<PipelineChoice> mine, @Nullable Long wanted) {
        return (wanted == null
                        ? PipelineChoice.usual(mine)
                        : mine.stream()
                                .filter(pipeline -> wanted.equals(pipeline.id()))
                                .findFirst())
                .map(PipelineChoice::id)
                .orElseThrow(NotFound::new);
    }
}
