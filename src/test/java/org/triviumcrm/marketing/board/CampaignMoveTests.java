package org.triviumcrm.marketing.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignState;

/** The board offers the steps of a campaign's life, and no other way from a state to another. */
class CampaignMoveTests {

    @Property
    void leadsWhereItsStepLeads(@ForAll CampaignState from, @ForAll CampaignState to) {
        Optional<CampaignMove> move = CampaignMove.of(from, to);
        move.ifPresent(found -> {
            assertThat(found.step().isOffered(from)).isTrue();
            CampaignState then = found.step().after(from);
            // what is submitted is approved at once where no flow asks
            assertThat(to == then || to == CampaignState.SUBMITTED && then == CampaignState.APPROVED)
                    .isTrue();
        });
        assertThat(CampaignMove.targets(Viewer.job("marketing.log.approval"), from)
                        .contains(to))
                .isEqualTo(move.isPresent());
    }

    @Test
    void nothingGoesRoundTheApproval() {
        assertThat(CampaignMove.of(CampaignState.PLANNED, CampaignState.RUNNING))
                .isEmpty();
        assertThat(CampaignMove.of(CampaignState.SUBMITTED, CampaignState.APPROVED))
                .isEmpty();
        assertThat(CampaignMove.of(CampaignState.SUBMITTED, CampaignState.PLANNED))
                .isEmpty();
        assertThat(CampaignMove.of(CampaignState.CANCELLED, CampaignState.RUNNING))
                .isEmpty();
    }
}
