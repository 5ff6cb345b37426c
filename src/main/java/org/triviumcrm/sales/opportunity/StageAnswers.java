package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.pipeline.StageField;

/** What is said about an opportunity on its way into a stage that asks for it. Null leaves what is known. */
interface StageAnswers {

    @Nullable
    BigDecimal amount();

    /** Of the amount; null for that of the opportunity. */
    @Nullable
    String currency();

    @Nullable
    Long customerId();

    @Nullable
    Long contactId();

    @Nullable
    Long productId();

    /** The main competitor. */
    @Nullable
    Long competitorId();

    @Nullable
    LocalDate expectedCloseDate();

    @Nullable
    String nextStep();

    @Nullable
    String description();

    /** Whether this says something about a field. */
    default boolean answers(StageField field) {
        return isSaid(
                switch (field) {
                    case AMOUNT -> amount();
                    case CUSTOMER -> customerId();
                    case CONTACT -> contactId();
                    case PRODUCT -> productId();
                    case COMPETITOR -> competitorId();
                    case EXPECTED_CLOSE -> expectedCloseDate();
                    case NEXT_STEP -> nextStep();
                    case DESCRIPTION -> description();
                });
    }

    private static boolean isSaid(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }
}
