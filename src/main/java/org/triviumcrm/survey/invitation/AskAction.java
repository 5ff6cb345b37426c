package org.triviumcrm.survey.invitation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;

/** Asks contacts of a list by a survey, each by a link of their own: those that were ticked, or all that the filters find. */
@Component
class AskAction implements BulkAction<AskContacts> {

    static final String KEY = "survey";
    static final int USUAL_PAUSE = 30;

    /** Each of them gets a letter of their own. */
    private static final int STEP = 200;

    private final AskingService asking;

    AskAction(AskingService asking) {
        this.asking = asking;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String noun() {
        return "contact";
    }

    @Override
    public String permission() {
        return "survey.survey.manage";
    }

    @Override
    public String label() {
        return "survey.ask.many";
    }

    @Override
    public String icon() {
        return "clipboard-list";
    }

    @Override
    public Class<AskContacts> input() {
        return AskContacts.class;
    }

    @Override
    public String template() {
        return "survey/invitation/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new AskContacts(null, USUAL_PAUSE);
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        return Map.of("surveys", asking.choices(viewer));
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    /** @throws AskingRefused when it can't be answered at present, or no letter can leave */
    @Override
    public void check(Viewer viewer, AskContacts input) {
        asking.requireOpen(viewer, input);
    }

    @Override
    public @Nullable String target(AskContacts input) {
        return null;
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, AskContacts input) {
        return asking.ask(batch.viewer(), batch.ids(), input);
    }

    @Override
    public int step() {
        return STEP;
    }
}
