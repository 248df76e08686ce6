/* The rules of the three results on 1 January 2026, by hand, as one loop over dwellings. Money is whole cents. */
#include <stdint.h>

enum { STUDENT, INRICHTING, UITGESLOTEN, ZONDER_OUDERS, ELDERS, ZONDER_VAKANTIETOESLAG };
enum { MEESTE = 200 };

typedef struct { /* the amounts, in cents unless said otherwise; the order is that of kernel.py */
    int64_t vast_deel, deel_per_persoon, vakantietoeslag, deel_zonder_recht; /* in ten thousandths */
    int64_t alleen, alleen_pensioen, alleen_jong, ouder_jong;
    int64_t gehuwd, gehuwd_een_pensioen, gehuwd_pensioen;
    int64_t beiden_jong, beiden_jong_kind, een_jong, een_jong_kind, deel_jong, deel_jong_kind, verhoging_jong;
    int64_t inrichting, inrichting_verhoging, inrichting_gehuwd, inrichting_verhoging_gehuwd;
    int64_t vermogen, vermogen_ouder, vermogen_gehuwd;
} Bedragen;

typedef struct {
    int leeftijd, pensioen, thuis, recht, kinderen, anderen, kostendelers, deelt_kosten, is_deler;
    int64_t partner, kostendelersnorm, verhoging, norm, inrichting;
} Mens;

static int64_t min(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t max(int64_t a, int64_t b) { return a > b ? a : b; }
static int64_t rond(int64_t teller, int64_t noemer) { return (2 * teller + noemer) / (2 * noemer); }

static int maanden_oud(int32_t geboren, int peilmaand, int peildag) { /* days since 1970 */
    int32_t z = geboren + 719468, tijdvak = (z >= 0 ? z : z - 146096) / 146097;
    uint32_t dag = (uint32_t)(z - tijdvak * 146097);
    uint32_t jaar = (dag - dag / 1460 + dag / 36524 - dag / 146096) / 365;
    uint32_t in_jaar = dag - (365 * jaar + jaar / 4 - jaar / 100), maart = (5 * in_jaar + 2) / 153;
    int van_maand = (int)(in_jaar - (153 * maart + 2) / 5) + 1, maand = maart < 10 ? maart + 3 : maart - 9;
    int van_jaar = (int)jaar + tijdvak * 400 + (maand <= 2);
    return peilmaand - (van_jaar * 12 + maand - 1) - (peildag < van_maand);
}

static int64_t alleenstaand(const Mens *m, const Bedragen *b) {
    if (!m->thuis) return b->inrichting + b->inrichting_verhoging;
    if (m->leeftijd < 21) return min((m->kinderen ? b->ouder_jong : b->alleen_jong) + m->verhoging, b->alleen);
    if (m->is_deler) return m->kostendelersnorm;
    return m->pensioen ? b->alleen_pensioen : b->alleen;
}

static int64_t gehuwd_vanaf_21(const Mens *m, const Mens *p, const Bedragen *b) {
    if (m->pensioen && p->pensioen) return b->gehuwd_pensioen;
    return m->pensioen || p->pensioen ? b->gehuwd_een_pensioen : b->gehuwd;
}

static int64_t aandeel(const Mens *m, const Mens *p, int eerste, const Bedragen *b) {
    int64_t samen, helft, deel = m->kinderen ? b->deel_jong_kind : b->deel_jong;
    int jong = m->leeftijd < 21, partner_jong = p->leeftijd < 21;
    if (m->is_deler) return m->kostendelersnorm;
    if (jong && p->is_deler) return deel + max(0, min(m->verhoging, b->gehuwd - deel - p->kostendelersnorm));
    if (!m->thuis)
        samen = b->inrichting_gehuwd + b->inrichting_verhoging_gehuwd;
    else if (!jong && !partner_jong)
        samen = gehuwd_vanaf_21(m, p, b);
    else {
        samen = jong && partner_jong ? (m->kinderen ? b->beiden_jong_kind : b->beiden_jong)
                                     : (m->kinderen ? b->een_jong_kind : b->een_jong);
        samen = min(samen + m->verhoging + p->verhoging, b->gehuwd);
    }
    helft = rond(samen, 2);
    return eerste ? helft : samen - helft;
}

static int64_t naast_zonder_recht(const Mens *m, const Bedragen *b) {
    int64_t jong = m->kinderen ? b->beiden_jong_kind : b->beiden_jong, norm, helft;
    if (!m->thuis || (m->leeftijd >= 21 && m->is_deler)) return alleenstaand(m, b);
    norm = m->leeftijd < 21 ? jong : m->pensioen ? b->gehuwd_pensioen : b->gehuwd;
    helft = rond(b->deel_zonder_recht * norm, 10000);
    if (m->verhoging == 0) return helft;
    return helft + rond(min(10000 * m->verhoging, (b->gehuwd - jong) * b->deel_zonder_recht), 10000);
}

static void reken_norm(Mens *m, const Mens *p, int eerste, const Bedragen *b) {
    int samen = p && p->thuis == m->thuis;
    m->inrichting = m->thuis ? 0 : samen && p->recht ? b->inrichting_verhoging_gehuwd : b->inrichting_verhoging;
    if (!m->recht)
        m->norm = 0;
    else if (samen)
        m->norm = p->recht ? aandeel(m, p, eerste, b) : naast_zonder_recht(m, b);
    else
        m->norm = alleenstaand(m, b);
}

static int64_t uitbetaling(const Mens *m, const Mens *p, int eerste, int zonder, int64_t inkomen, int64_t van_partner,
                           int64_t vermogen, const Bedragen *b) {
    int met_recht = p && p->recht;
    int64_t norm = m->norm + (met_recht ? p->norm : 0), bijstand, verhoging = m->inrichting, buiten, gezin, helft;
    int64_t grens = p ? b->vermogen_gehuwd : m->kinderen ? b->vermogen_ouder : b->vermogen;
    if (!m->recht) return 0;
    if (met_recht)
        inkomen += van_partner;
    else if (p) {
        int64_t over = inkomen + van_partner + max(0, m->norm - inkomen) - gehuwd_vanaf_21(m, p, b);
        inkomen += max(0, min(van_partner, over));
    }
    bijstand = norm <= inkomen || vermogen > grens ? 0 : norm - inkomen;
    if (met_recht && p->thuis != m->thuis) verhoging += p->inrichting;
    buiten = zonder ? min(verhoging, bijstand) : 0;
    gezin = rond((10000 - b->vakantietoeslag) * (bijstand - buiten) + 10000 * buiten, 10000);
    if (!met_recht) return gezin;
    helft = rond(gezin, 2);
    return eerste ? helft : gezin - helft;
}

static void lees_woning(Mens *mensen, int64_t s, int64_t e, int64_t peildag, const int32_t *geboren,
                        const int64_t *partner, const int64_t *ouders, const uint8_t *const *vlag,
                        const int32_t *aow_dagen, const int64_t *aow_maanden, int64_t aow, const Bedragen *b) {
    for (int64_t i = s; i < e; i++) {
        Mens *m = &mensen[i - s];
        int maanden = maanden_oud(geboren[i], (int)(peildag / 32), (int)(peildag % 32));
        int64_t k = aow - 1;
        m->leeftijd = maanden / 12;
        m->partner = partner[i] < 0 ? -1 : partner[i] - s;
        while (aow_dagen[k] > geboren[i]) k--;
        m->pensioen = maanden >= aow_maanden[k];
        m->thuis = !vlag[INRICHTING][i];
        m->recht = m->leeftijd >= 18 && !vlag[UITGESLOTEN][i] && (m->leeftijd >= 21 || m->thuis);
        m->deelt_kosten = m->leeftijd >= 27 && !vlag[STUDENT][i] && m->thuis;
        m->verhoging = m->leeftijd < 21 && vlag[ZONDER_OUDERS][i] ? b->verhoging_jong : 0;
    }
    for (int64_t i = s; i < e; i++) {
        Mens *m = &mensen[i - s], *p = m->partner < 0 ? 0 : &mensen[m->partner];
        int64_t rekennorm = b->gehuwd;
        m->kinderen = m->anderen = 0;
        for (int64_t j = s; j < e; j++) {
            const Mens *a = &mensen[j - s];
            if (j == i || a == p) continue;
            m->anderen += a->deelt_kosten;
            for (int o = 0; o < 2; o++)
                if (a->leeftijd < 18 && a->partner < 0 && ouders[2 * j + o] >= 0)
                    m->kinderen |= ouders[2 * j + o] == i || ouders[2 * j + o] == partner[i];
        }
        m->kostendelers = 0;
        m->is_deler = 0;
        if (m->leeftijd < 21 || !m->thuis) continue;
        m->kostendelers = m->anderen + (p && p->leeftijd >= 21 && p->thuis ? 2 : 1);
        m->is_deler = m->anderen > 0 && !vlag[ELDERS][i];
        if (m->pensioen)
            rekennorm = b->gehuwd_pensioen;
        else if (p && p->thuis && p->pensioen)
            rekennorm = b->gehuwd_een_pensioen;
        m->kostendelersnorm = rond((b->vast_deel + m->kostendelers * b->deel_per_persoon) * rekennorm,
                                   10000 * m->kostendelers);
    }
}

void reken(int64_t woningen, const int64_t *grenzen, int64_t peildag, const int32_t *geboren, const int64_t *partner,
           const int64_t *ouders, const uint8_t *const *vlag, const int64_t *inkomen, const int64_t *vermogen,
           const int32_t *aow_dagen, const int64_t *aow_maanden, int64_t aow, const Bedragen *b, int64_t *norm,
           int64_t *kostendelers, int64_t *betaald) {
    Mens mensen[MEESTE];
    for (int64_t h = 0; h < woningen; h++) {
        int64_t s = grenzen[h], e = grenzen[h + 1];
        lees_woning(mensen, s, e, peildag, geboren, partner, ouders, vlag, aow_dagen, aow_maanden, aow, b);
        for (int64_t i = s; i < e; i++) {
            Mens *m = &mensen[i - s], *p = m->partner < 0 ? 0 : &mensen[m->partner];
            reken_norm(m, p, m < p, b);
            norm[i] = m->norm;
            kostendelers[i] = m->kostendelers;
        }
        for (int64_t i = s; i < e; i++) {
            const Mens *m = &mensen[i - s], *p = m->partner < 0 ? 0 : &mensen[m->partner];
            int zonder = vlag[ZONDER_VAKANTIETOESLAG][i] || (p && vlag[ZONDER_VAKANTIETOESLAG][partner[i]]);
            betaald[i] = uitbetaling(m, p, m < p, zonder, inkomen[i], p ? inkomen[partner[i]] : 0,
                                     vermogen[i] + (p ? vermogen[partner[i]] : 0), b);
        }
    }
}
