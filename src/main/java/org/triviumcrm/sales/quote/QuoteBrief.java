package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.release.QuoteState;

/**
 * A quote in a narrow panel.
 *
 * @param label number and version
 * @param approvalCaseId the case that it waits for
 */
public record QuoteBrief(
        long id,
        String label,
        String name,
        QuoteState state,
        BigDecimal total,
        String currency,
        LocalDate validUntil,
        @Nullable Long approvalCaseId) {

    static QuoteBrief read(ResultSet row) throws SQLException {
        return new QuoteBrief(
                row.getLong("id"),
                row.getString("label"),
                row.getString("name"),
                QuoteState.valueOf(row.getString("state")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getDate("valid_until").toLocalDate(),
                (Long) row.getObject("approval_case_id"));
    }
}
