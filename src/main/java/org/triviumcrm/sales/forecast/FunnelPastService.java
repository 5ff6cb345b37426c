package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.forecast.FunnelPastRepository.Began;
import org.triviumcrm.sales.forecast.FunnelPastRepository.Won;
import org.triviumcrm.shared.web.NotFound;

/** The funnel's forecast tried on the past. */
@Service
class FunnelPastService {

    private static final int ROWS = 50;

    private final FunnelPastRepository past;
    private final FunnelService funnels;
    private final Teams teams;
    private final Companies companies;
    private final Clock clock;

    FunnelPastService(FunnelPastRepository past, FunnelService funnels, Teams teams, Companies companies, Clock clock) {
        this.past = past;
        this.funnels = funnels;
        this.teams = teams;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the pipeline or the team */
    @CanViewFunnel
    @Transactional(readOnly = true)
    public FunnelPast of(Viewer viewer, FunnelFilter asked) {
        FunnelFilter filter = funnels.narrowed(viewer, asked);
        Set<Long> chosen = chosen(filter);
        YearMonth now = YearMonth.now(clock.withZone(viewer.zone()));
        YearMonth first = now.minusMonths(FunnelPast.MONTHS);
        Scope scope = viewer.scope("opportunity");
        Map<YearMonth, FunnelForecast> forecasts = new HashMap<>();
        began(filter, scope, chosen, first.minusMonths(FunnelPast.LEADS - 1), now.minusMonths(1))
                .forEach((month, stages) -> forecasts.put(month, forecast(stages)));
        Map<YearMonth, BigDecimal> won =
                past
                        .won(
                                pipeline(filter),
                                scope,
                                chosen,
                                first.atDay(1),
                                now.minusMonths(1).atDay(1))
                        .stream()
                        .collect(Collectors.toMap(one -> YearMonth.from(one.month()), Won::amount));
        List<FunnelPast.Month> months = IntStream.range(0, FunnelPast.MONTHS)
                .mapToObj(first::plusMonths)
                .map(month ->
                        new FunnelPast.Month(month, said(forecasts, month), won.getOrDefault(month, BigDecimal.ZERO)))
                .toList();
        return new FunnelPast(filter, chosen, months, companies.currency());
    }

    /**
     * Nothing when nothing is written down of the month, or none is asked for.
     *
     * @throws NotFound when the viewer does not see the pipeline or the team, or when the stage is none of the pipeline
     */
    @CanViewFunnel
    @Transactional(readOnly = true)
    public Optional<FunnelPastPage> page(Viewer viewer, FunnelFilter asked, FunnelPastFilter figure) {
        if (figure.month() == null) {
            return Optional.empty();
        }
        FunnelFilter filter = funnels.narrowed(viewer, asked);
        Set<Long> chosen = chosen(filter);
        Scope scope = viewer.scope("opportunity");
        YearMonth month = YearMonth.from(figure.month());
        List<MeasuredStage> stages = began(filter, scope, chosen, month, month).getOrDefault(month, List.of());
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        FunnelForecast forecast = forecast(stages);
        MeasuredStage stage = stages.stream()
                .filter(one ->
                        figure.stage() != null ? one.id() == figure.stage() : counts(forecast, one.id(), figure.lead()))
                .findFirst()
                .or(() -> figure.stage() == null ? stages.stream().findFirst() : Optional.empty())
                .orElseThrow(NotFound::new);
        List<FunnelPastDeal> found = past.deals(scope, chosen, month.atDay(1), stage.id(), figure.last(), ROWS + 1);
        List<FunnelPastDeal> shown = found.subList(0, Math.min(ROWS, found.size()));
        FunnelPastPage page = new FunnelPastPage(
                filter, month, figure.lead(), stages, forecast, stage, shown, null, companies.currency());
        return Optional.of(found.size() > ROWS ? page.goingOn(shown.get(ROWS - 1)) : page);
    }

    private Map<YearMonth, List<MeasuredStage>> began(
            FunnelFilter filter, Scope scope, Collection<Long> chosen, YearMonth from, YearMonth to) {
        return past.began(pipeline(filter), scope, chosen, from.atDay(1), to.atDay(1), filter.months()).stream()
                .collect(Collectors.groupingBy(
                        one -> YearMonth.from(one.month()), Collectors.mapping(Began::stage, Collectors.toList())));
    }

    private static List<@Nullable BigDecimal> said(Map<YearMonth, FunnelForecast> forecasts, YearMonth month) {
        List<@Nullable BigDecimal> said = new ArrayList<>();
        for (int lead = 0; lead < FunnelPast.LEADS; lead++) {
            FunnelForecast forecast = forecasts.get(month.minusMonths(lead));
            said.add(forecast == null ? null : forecast.signedIn(lead));
        }
        return said;
    }

    private static boolean counts(FunnelForecast forecast, long stage, int ahead) {
        return forecast.stages().stream().anyMatch(one -> one.stage().id() == stage && one.months() == ahead);
    }

    private static FunnelForecast forecast(List<MeasuredStage> stages) {
        return FunnelForecast.of(stages.stream().map(MeasuredStage::funnelStage).toList());
    }

    private Set<Long> chosen(FunnelFilter filter) {
        return filter.team() == null ? Set.of() : teams.andBelow(filter.team());
    }

    private static long pipeline(FunnelFilter filter) {
        return Objects.requireNonNull(filter.pipeline());
    }
}
