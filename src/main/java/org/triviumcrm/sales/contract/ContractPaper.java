package org.triviumcrm.sales.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.seal.ContractState;

/** A contract, or an amendment of it. @param effectiveOn from when on an amendment holds */
public record ContractPaper(
        long id,
        int revision,
        ContractState state,
        BigDecimal total,
        String currency,
        @Nullable LocalDate effectiveOn) {}
