package org.triviumcrm.support.portal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.survey.Surveys;

/** What customers were asked: each sees what was sent to them, and nothing of their colleagues. */
@Service
public class PortalSurveyService {

    private final Surveys surveys;

    PortalSurveyService(Surveys surveys) {
        this.surveys = surveys;
    }

    @Transactional
    public List<Surveys.Asked> mine(PortalCustomer me) {
        return surveys.askedOf(me.contactId(), me.locale().getLanguage().equals("zh"));
    }
}
