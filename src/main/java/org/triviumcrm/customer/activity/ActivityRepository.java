package org.triviumcrm.customer.activity;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ActivityRepository extends JpaRepository<Activity, Long> {

    List<Activity> findByAboutTypeAndAboutId(String aboutType, long aboutId);

    boolean existsByAboutTypeAndAboutId(String aboutType, long aboutId);
}
