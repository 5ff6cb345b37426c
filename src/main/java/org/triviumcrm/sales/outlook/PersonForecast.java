package org.triviumcrm.sales.outlook;

import java.util.List;
import org.triviumcrm.sales.quota.Period;

/**
 * Somebody's forecast for a period, and all that was said of it.
 *
 * @param row what the opportunities say
 * @param statements the latest first
 * @param own whether it is the viewer's
 * @param open whether the viewer may say something of it now
 */
public record PersonForecast(
        long id,
        String name,
        Period period,
        OutlookRow row,
        List<ForecastStatement> statements,
        Said said,
        boolean own,
        boolean open,
        String currency) {

    public String href(Period other) {
        return "/sales/forecast/people/" + id + "?period=" + other;
    }
}
