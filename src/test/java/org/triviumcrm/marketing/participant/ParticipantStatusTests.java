package org.triviumcrm.marketing.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.triviumcrm.marketing.exit.CampaignState;

class ParticipantStatusTests {

    @Property
    void nobodyIsChosenAgainOrStaysTheSame(@ForAll ParticipantStatus status) {
        assertThat(status.next()).isNotEmpty().doesNotContain(ParticipantStatus.CHOSEN, status);
    }

    @Property
    void whatMayFollowAndWhatItFollowsAreTheSame(@ForAll ParticipantStatus one, @ForAll ParticipantStatus other) {
        assertThat(other.before().contains(one.name())).isEqualTo(one.next().contains(other));
    }

    @Test
    void whoDidNotComeMayStillComeAndWhoCameDidNotStayAway() {
        assertThat(ParticipantStatus.NO_SHOW.next())
                .isEqualTo(Set.of(ParticipantStatus.ATTENDED, ParticipantStatus.RESPONDED));
        assertThat(ParticipantStatus.NO_SHOW.before()).containsExactlyInAnyOrder("INVITED", "REGISTERED");
        assertThat(ParticipantStatus.RESPONDED.next()).containsExactly(ParticipantStatus.ATTENDED);
    }

    @Property
    void nobodyIsInvitedBeforeTheCampaignIsApproved(@ForAll ParticipantStatus status, @ForAll CampaignState state) {
        boolean planned =
                EnumSet.of(CampaignState.PLANNED, CampaignState.SUBMITTED).contains(state);
        boolean fits = state != CampaignState.CANCELLED && (!planned || status == ParticipantStatus.CHOSEN);
        assertThat(status.fits(state)).isEqualTo(fits);
        assertThat(status.states().contains(state.name())).isEqualTo(fits);
    }

    @Test
    void eachButTheFirstHasItsTime() {
        assertThat(ParticipantStatus.NO_SHOW.column()).isEqualTo("no_show_at");
        assertThatIllegalStateException().isThrownBy(ParticipantStatus.CHOSEN::column);
    }
}
