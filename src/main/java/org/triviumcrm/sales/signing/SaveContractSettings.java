package org.triviumcrm.sales.signing;

import org.jspecify.annotations.Nullable;

/** What contracts do by themselves, as typed; what is not ticked is not sent. */
record SaveContractSettings(
        @Nullable Boolean wins, @Nullable Boolean renews) {

    ContractSettings settings() {
        return new ContractSettings(Boolean.TRUE.equals(wins), Boolean.TRUE.equals(renews));
    }
}
