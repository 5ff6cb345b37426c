package org.triviumcrm.sales.outlook;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.SaidForecasts;

/** Tells other modules what people say of their forecast. */
@Service
class SaidForecastService implements SaidForecasts {

    private final StatementService statements;

    SaidForecastService(StatementService statements) {
        this.statements = statements;
    }

    @Override
    @CanViewForecasts
    @Transactional(readOnly = true)
    public Optional<SaidForecasts.Said> said(Viewer viewer, long personId) {
        PersonForecast forecast = statements.of(viewer, personId, null);
        return Optional.ofNullable(forecast.said().counts())
                .map(last -> new SaidForecasts.Said(
                        forecast.period().first(),
                        forecast.period().last(),
                        last.committed(),
                        last.bestCase(),
                        last.saidByName(),
                        last.isAdjusted(),
                        last.saidAt(),
                        forecast.href(forecast.period())));
    }
}
