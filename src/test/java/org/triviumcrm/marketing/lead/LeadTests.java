package org.triviumcrm.marketing.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The life of a lead, whatever is tried with it. */
class LeadTests {

    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

    private enum Step {
        WORK,
        QUALIFY,
        DISQUALIFY,
        REOPEN,
        UNQUALIFY
    }

    private static Lead fresh() {
        return new Lead(SaveLead.empty(null), null, 7L, NOW);
    }

    private static void go(Lead lead, Step step) {
        switch (step) {
            case WORK -> lead.work(NOW);
            case QUALIFY -> lead.qualify(1L, 2L, NOW);
            case DISQUALIFY -> lead.disqualify("Wrong number", NOW);
            case REOPEN -> lead.reopen(NOW);
            case UNQUALIFY -> lead.unqualify(NOW);
        }
    }

    @Property
    void keepsToItsStates(@ForAll("steps") List<Step> steps) {
        Lead lead = fresh();
        for (Step step : steps) {
            LeadState before = lead.getState();
            Throwable refusal = catchThrowable(() -> go(lead, step));
            if (refusal == null) {
                assertThat(before.next()).contains(lead.getState());
            } else {
                assertThat(refusal).isInstanceOf(WrongLeadState.class);
                assertThat(lead.getState()).isEqualTo(before);
            }
            assertThat(lead.getReason() != null).isEqualTo(lead.getState() == LeadState.DISQUALIFIED);
            assertThat(lead.getCustomerId() != null).isEqualTo(lead.getState() == LeadState.QUALIFIED);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(12);
    }

    @Example
    void whatBecameACustomerIsNotReopened() {
        Lead lead = fresh();
        lead.qualify(1L, null, NOW);
        assertThatThrownBy(() -> lead.reopen(NOW)).hasMessage("marketing.lead.error.became");
        lead.unqualify(NOW);
        assertThat(lead.getState()).isEqualTo(LeadState.WORKING);
    }

    @Example
    void isDecidedOnceOnly() {
        Lead lead = fresh();
        lead.disqualify("Wrong number", NOW);
        assertThatThrownBy(() -> lead.qualify(1L, 2L, NOW)).hasMessage("marketing.lead.error.state.DISQUALIFIED");
        lead.reopen(NOW);
        lead.qualify(1L, 2L, NOW);
        assertThatThrownBy(() -> lead.disqualify("No", NOW)).hasMessage("marketing.lead.error.state.QUALIFIED");
    }

    @Example
    void aNumberIsTheSameHoweverItIsWritten() {
        assertThat(described("+86 138 0013 8000").digits())
                .isEqualTo(described("13800138000").digits())
                .isEqualTo("3800138000");
        assertThat(described("12-34").digits()).as("too short to tell").isEmpty();
        assertThat(new DescribeLead(" ", null, "ann", "12-34", null).saysNothing())
                .isTrue();
        assertThat(described(null).saysNothing())
                .as("a customer can be called so")
                .isFalse();
    }

    private static DescribeLead described(@Nullable String phone) {
        return new DescribeLead("Ann", null, null, phone, null);
    }
}
