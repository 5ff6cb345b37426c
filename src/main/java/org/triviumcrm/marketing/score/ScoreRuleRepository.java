package org.triviumcrm.marketing.score;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ScoreRuleRepository extends JpaRepository<ScoreRule, Long> {

    List<ScoreRule> findByOrderByPointsDescIdAsc();

    Optional<ScoreRule> findByNameIgnoreCase(String name);
}
