package org.triviumcrm.survey.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SurveyPlanRepository extends JpaRepository<SurveyPlan, Long> {

    List<SurveyPlan> findByOrderByNameAscIdAsc();

    Optional<SurveyPlan> findByNameIgnoreCase(String name);
}
