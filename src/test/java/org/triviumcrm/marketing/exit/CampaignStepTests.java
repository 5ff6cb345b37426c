package org.triviumcrm.marketing.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CampaignStepTests {

    /** What may follow what, as the papers say. */
    private static final Map<CampaignState, Set<CampaignState>> WAYS = Map.of(
            CampaignState.PLANNED, Set.of(CampaignState.PLANNED, CampaignState.APPROVED, CampaignState.CANCELLED),
            CampaignState.SUBMITTED, Set.of(CampaignState.APPROVED),
            CampaignState.APPROVED, Set.of(CampaignState.APPROVED, CampaignState.RUNNING, CampaignState.CANCELLED),
            CampaignState.RUNNING, Set.of(CampaignState.RUNNING, CampaignState.COMPLETED, CampaignState.CANCELLED),
            CampaignState.COMPLETED, Set.of(CampaignState.RUNNING, CampaignState.COMPLETED),
            CampaignState.CANCELLED, Set.of(CampaignState.PLANNED, CampaignState.CANCELLED));

    @Property
    void noSequenceRunsWhatWasNotApproved(@ForAll @Size(max = 30) List<CampaignStep> steps) {
        CampaignState state = CampaignState.PLANNED;
        boolean approved = false;
        for (CampaignStep step : steps) {
            if (!step.isOffered(state)) {
                continue;
            }
            CampaignState then = step.after(state);
            assertThat(WAYS.get(state)).as("%s from %s", step, state).contains(then);
            approved = then != CampaignState.PLANNED && (approved || step == CampaignStep.SUBMIT);
            state = then;
            if (state == CampaignState.RUNNING || state == CampaignState.COMPLETED) {
                assertThat(approved).as("%s", steps).isTrue();
            }
        }
    }

    @Test
    void saysWhyNot() {
        assertThatThrownBy(() -> CampaignStep.START.after(CampaignState.PLANNED))
                .isInstanceOf(IllegalStep.class)
                .hasMessage("marketing.campaign.error.START.PLANNED");
        assertThat(CampaignStep.REVISE.isOffered(CampaignState.COMPLETED)).isFalse();
    }

    @Test
    void onlyWhatCountsIsAskedAbout() {
        assertThat(CampaignStep.SUBMIT.trigger()).isEqualTo(CampaignStep.REVISE.trigger());
        assertThat(CampaignStep.START.trigger()).isNull();
    }
}
