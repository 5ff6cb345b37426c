package org.triviumcrm.sales.contract;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.seal.ContractState;

/**
 * A contract in a narrow panel.
 *
 * @param label number, and that of the amendment
 * @param approvalCaseId the case that it waits for
 */
public record ContractBrief(
        long id,
        String label,
        String name,
        ContractState state,
        BigDecimal total,
        String currency,
        @Nullable LocalDate endsOn,
        @Nullable Long approvalCaseId) {

    static ContractBrief read(ResultSet row) throws SQLException {
        return new ContractBrief(
                row.getLong("id"),
                row.getString("label"),
                row.getString("name"),
                ContractState.valueOf(row.getString("state")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getObject("ends_on", LocalDate.class),
                (Long) row.getObject("approval_case_id"));
    }
}
