package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contracts of a company that is made up, through the same doors as those of people; nothing is sent anywhere. */
public interface SampleContracts {

    /** How far a contract has come. */
    enum Stage {
        DRAFT,
        RELEASED,
        SIGNED,
        /** Signed, and over since its last day. */
        ENDED
    }

    /** @param price without tax, in the currency of the contract */
    record Line(String words, @Nullable Long productId, BigDecimal quantity, BigDecimal price, BigDecimal tax) {}

    /**
     * @param language en or zh-CN
     * @param signatory who signs for the customer
     * @param signedOn its day as well
     */
    record Sample(
            String name,
            long opportunityId,
            long customerId,
            @Nullable Long contactId,
            @Nullable String signatory,
            long ownerId,
            String language,
            String currency,
            LocalDate signedOn,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean renewsItself,
            String terms,
            List<Line> lines) {}

    /** Makes one and brings it so far. */
    void make(Sample sample, Stage stage);
}
