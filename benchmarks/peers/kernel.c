/* The rules of the three results on 1 January 2026 in one municipality, by hand, as one loop over dwellings. Money is
 * whole cents, a share whole ten thousandths, a date the days since 1970. What is not stated is 0. */
#include <stdint.h>

enum { MEESTE = 200, MAANDEN_ARBEID = 6, MAANDEN_SUBSIDIE = 12, MAANDEN_OUDER = 30, PREMIES = 2 };

typedef struct { /* the order is that of kernel.py */
    int64_t vast_deel, deel_per_persoon, vakantietoeslag, deel_zonder_recht;
    int64_t verlaging_woonkosten, verlaging_woning, verlaging_school;
    int64_t alleen, alleen_pensioen, alleen_jong, ouder_jong;
    int64_t gehuwd, gehuwd_een_pensioen, gehuwd_pensioen;
    int64_t beiden_jong, beiden_jong_kind, een_jong, een_jong_kind, deel_jong, deel_jong_kind, verhoging_jong;
    int64_t inrichting, inrichting_verhoging, inrichting_gehuwd, inrichting_verhoging_gehuwd;
    int64_t vermogen, vermogen_ouder, vermogen_gehuwd, woning;
    int64_t arbeid, urenbeperkt, subsidie, ouder;
    int64_t premie, vrijwilliger_maand, vrijwilliger_jaar, giften, pensioen, pensioen_gehuwd;
} Bedragen;

typedef struct { /* a column each; the order is that of kernel.py */
    const int32_t *geboren;
    const int64_t *partner;
    const int32_t *ouders; /* two of each person */
    const uint8_t *student, *inrichting, *uitgesloten, *zonder_ouders, *elders, *zonder_vakantietoeslag;
    const uint8_t *geen_woonkosten, *geen_woning, *schoolverlater, *voor_oktober_2015, *urenbeperkt, *doelgroep;
    const uint8_t *gescheiden, *deel_van_maand, *voor_beiden, *huurder_in_norm;
    const uint8_t *arbeid_helpt, *niet_meer_uren, *ouder_helpt, *premie_helpt, *woning_te_gelde;
    const int32_t *maanden_arbeid, *premies;
    const int32_t *school_tot, *subsidie_vanaf, *ouder_vanaf, *eerste_dag, *laatste_dag;
    const int32_t *eerdere_premies, *eerdere_vergoeding, *eerdere_giften;
    const int32_t *arbeid, *arbeid_met_subsidie, *uitkering, *alimentatie, *studie, *oudedag, *premie, *vergoeding;
    const int32_t *gift, *korting, *ander_inkomen, *huurder, *inkomen;
    const int32_t *bezit, *woning, *hypotheek, *schuld, *vermogen;
} Invoer;

typedef struct { /* the reference date, and from which date of birth one is pensioengerechtigd at which age */
    int64_t maand, dag, dagen_van_maand, leeftijden;
    const int32_t *geboren_vanaf;
    const int64_t *leeftijd_in_maanden;
} Vast;

typedef struct {
    int leeftijd, pensioen, thuis, recht, kinderen, jong_kind, anderen, kostendelers, deelt_kosten, is_deler;
    int64_t partner, kostendelersnorm, verhoging, norm, inrichting, inkomen;
} Mens;

static int64_t min(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t max(int64_t a, int64_t b) { return a > b ? a : b; }
static int64_t rond(int64_t teller, int64_t noemer) { return (2 * teller + noemer) / (2 * noemer); }

static int maand_en_dag(int32_t dagen) { /* (year * 12 + month - 1) * 32 + day */
    int32_t z = dagen + 719468, tijdvak = (z >= 0 ? z : z - 146096) / 146097;
    uint32_t dag = (uint32_t)(z - tijdvak * 146097);
    uint32_t jaar = (dag - dag / 1460 + dag / 36524 - dag / 146096) / 365;
    uint32_t in_jaar = dag - (365 * jaar + jaar / 4 - jaar / 100), maart = (5 * in_jaar + 2) / 153;
    int van_maand = (int)(in_jaar - (153 * maart + 2) / 5) + 1, maand = maart < 10 ? maart + 3 : maart - 9;
    return (((int)jaar + tijdvak * 400 + (maand <= 2)) * 12 + maand - 1) * 32 + van_maand;
}

static int maanden_sinds(int32_t dagen, const Vast *v) { /* whole months until the reference date */
    int begin = maand_en_dag(dagen);
    return (int)v->maand - begin / 32 - (v->dag < begin % 32);
}

static int maanden_in(int32_t dagen, const Vast *v) { return (int)v->maand - maand_en_dag(dagen) / 32; }

/* The norm: articles 20 to 24 */

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

/* What the college takes off the norm: articles 27 and 28 */

static int is_norm_20_of_21(const Mens *m, const Mens *p) {
    if (!m->thuis || m->is_deler) return 0;
    if (!p) return m->leeftijd < 21 || !m->pensioen;
    if (!p->recht || p->thuis != m->thuis || p->is_deler) return 0;
    return m->leeftijd < 21 || p->leeftijd < 21 || (!m->pensioen && !p->pensioen);
}

static int verliet_school(const Invoer *in, int64_t i, const Vast *v) { /* less than six months ago */
    int begin, maanden;
    if (!in->schoolverlater[i]) return 0;
    begin = maand_en_dag(in->school_tot[i]);
    maanden = (int)v->maand - begin / 32;
    if (maanden < 0 || (maanden == 0 && begin % 32 > v->dag)) return 0;
    return maanden < 6 || (maanden == 6 && begin % 32 > v->dag);
}

static int64_t verlaging(const Invoer *in, int64_t i, int64_t j, const Mens *m, const Mens *p, int64_t norm,
                         const Vast *v, const Bedragen *b) { /* j: the spouse, or i itself */
    int64_t deel = 0;
    if (in->geen_woning[i] || in->geen_woning[j])
        deel = is_norm_20_of_21(m, p) ? b->verlaging_woning : 0;
    else if (in->geen_woonkosten[i] || in->geen_woonkosten[j])
        deel = is_norm_20_of_21(m, p) ? b->verlaging_woonkosten : 0;
    if (verliet_school(in, i, v) || (j != i && verliet_school(in, j, v))) deel = max(deel, b->verlaging_school);
    return deel ? rond(min(10000 * norm, deel * b->gehuwd), 10000) : 0;
}

/* Income: articles 31 to 33 */

static int64_t vrijlating_arbeid(const Invoer *in, int64_t i, const Mens *m, const Vast *v, const Bedragen *b) {
    int64_t subsidie = in->arbeid_met_subsidie[i], arbeid = in->arbeid[i] + subsidie;
    int jong = m->leeftijd < 27, verstreken, maanden;
    if (!arbeid || !m->recht) return 0;
    verstreken = in->voor_oktober_2015[i] || in->maanden_arbeid[i] >= MAANDEN_ARBEID;
    if (!jong && (m->pensioen || (!verstreken && in->arbeid_helpt[i])))
        return rond(min(25 * arbeid, 100 * b->arbeid), 100);
    if (in->urenbeperkt[i]) return rond(min(15 * arbeid, 100 * b->urenbeperkt), 100);
    if (subsidie && (jong || verstreken)) {
        maanden = maanden_in(in->subsidie_vanaf[i], v);
        if (maanden >= 0 && (maanden < MAANDEN_SUBSIDIE || in->niet_meer_uren[i]))
            return rond(min(15 * subsidie, 100 * b->subsidie), 100);
    }
    if (m->partner >= 0 || !m->jong_kind || jong || m->pensioen || !verstreken || !in->ouder_helpt[i]) return 0;
    maanden = maanden_in(in->ouder_vanaf[i], v);
    if (maanden < 0 || maanden >= MAANDEN_OUDER) return 0;
    return rond(min(125 * arbeid, 1000 * b->ouder), 1000);
}

static int64_t vrijlating_premie(const Invoer *in, int64_t i, const Mens *m, const Bedragen *b) {
    if (!in->premie[i] || (m->leeftijd < 27 && !in->doelgroep[i]) || in->premies[i] >= PREMIES) return 0;
    return in->premie_helpt[i] ? min(in->premie[i], max(0, b->premie - in->eerdere_premies[i])) : 0;
}

static int64_t vrijlating_vergoeding(const Invoer *in, int64_t i, const Mens *m, const Bedragen *b) {
    int64_t hoogste;
    if (!in->vergoeding[i] || m->leeftijd < 27) return 0;
    hoogste = min(b->vrijwilliger_maand, max(0, b->vrijwilliger_jaar - in->eerdere_vergoeding[i]));
    return min(in->vergoeding[i], hoogste);
}

static int64_t vrijlating_oudedag(const Invoer *in, int64_t i, int64_t j, const Mens *m, const Mens *p,
                                  const Bedragen *b) {
    int64_t pensioen = in->oudedag[i];
    if (!pensioen || !(m->pensioen || (p && p->pensioen))) return 0;
    if (!p) return min(pensioen, b->pensioen);
    return min(pensioen, i < j ? b->pensioen_gehuwd : max(0, b->pensioen_gehuwd - in->oudedag[j]));
}

static int64_t eigen_inkomen(const Invoer *in, int64_t i, int64_t j, const Mens *m, const Mens *p, const Vast *v,
                             const Bedragen *b) {
    int64_t inkomen = (int64_t)in->inkomen[i] + in->arbeid[i] + in->arbeid_met_subsidie[i] + in->uitkering[i] +
                      in->alimentatie[i] + in->studie[i] + in->oudedag[i] + in->premie[i] + in->vergoeding[i] +
                      in->gift[i] + in->korting[i] + in->ander_inkomen[i];
    if (!m->is_deler || !in->huurder_in_norm[i]) inkomen += in->huurder[i];
    if (!inkomen) return 0;
    inkomen -= vrijlating_arbeid(in, i, m, v, b) + vrijlating_premie(in, i, m, b);
    inkomen -= vrijlating_vergoeding(in, i, m, b) + vrijlating_oudedag(in, i, j, m, p, b);
    if (in->gift[i]) inkomen -= min(in->gift[i], max(0, b->giften - in->eerdere_giften[i]));
    return m->leeftijd < 27 ? inkomen : inkomen - in->korting[i];
}

static int64_t gezamenlijk_inkomen(const Mens *m, const Mens *p, int gescheiden, int64_t norm, const Bedragen *b) {
    int64_t over;
    if (!p) return m->inkomen;
    if (p->recht) return m->inkomen + p->inkomen;
    if (gescheiden) return m->inkomen + max(0, p->inkomen - norm);
    over = m->inkomen + p->inkomen + max(0, norm - m->inkomen) - gehuwd_vanaf_21(m, p, b);
    return m->inkomen + max(0, min(p->inkomen, over));
}

/* Vermogen and payout: articles 34, 19 and 45 */

static int is_te_rijk(const Invoer *in, int64_t i, int64_t j, const Mens *m, const Mens *p, const Bedragen *b) {
    int64_t vermogen = (int64_t)in->vermogen[i] + in->bezit[i] - in->schuld[i];
    int64_t woning = (int64_t)in->woning[i] - in->hypotheek[i];
    int64_t grens = p ? b->vermogen_gehuwd : m->kinderen ? b->vermogen_ouder : b->vermogen;
    if (p) {
        vermogen += (int64_t)in->vermogen[j] + in->bezit[j] - in->schuld[j];
        woning += (int64_t)in->woning[j] - in->hypotheek[j];
    }
    if (woning > b->woning && in->woning_te_gelde[i]) vermogen += woning - b->woning;
    return vermogen > grens;
}

static int64_t uitbetaling(const Invoer *in, int64_t i, int64_t j, const Mens *m, const Mens *p, const Vast *v,
                           const Bedragen *b) { /* j: the spouse, or i itself */
    int met_recht = p && p->recht;
    int64_t norm, inkomen, bijstand, verhoging = m->inrichting, buiten, gezin, helft;
    if (!m->recht || (met_recht && in->voor_beiden[j])) return 0;
    norm = m->norm + (met_recht ? p->norm : 0);
    norm -= verlaging(in, i, j, m, p, norm, v, b);
    inkomen = gezamenlijk_inkomen(m, p, in->gescheiden[i] || in->gescheiden[j], norm, b);
    if (norm <= inkomen || is_te_rijk(in, i, j, m, p, b)) return 0;
    bijstand = norm - inkomen;
    if (met_recht && p->thuis != m->thuis) verhoging += p->inrichting;
    buiten = in->zonder_vakantietoeslag[i] || in->zonder_vakantietoeslag[j] ? min(verhoging, bijstand) : 0;
    gezin = (10000 - b->vakantietoeslag) * (bijstand - buiten) + 10000 * buiten;
    if (in->deel_van_maand[i] || in->deel_van_maand[j])
        gezin = rond(gezin * min(in->laatste_dag[i] - in->eerste_dag[i] + 1, v->dagen_van_maand),
                     10000 * v->dagen_van_maand);
    else
        gezin = rond(gezin, 10000);
    if (!met_recht || in->voor_beiden[i]) return gezin;
    helft = rond(gezin, 2);
    return i < j ? helft : gezin - helft;
}

/* The dwelling: who is who, and who shares the costs (articles 19a and 22a) */

static void lees_mens(Mens *m, int64_t i, int64_t s, const Invoer *in, const Vast *v, const Bedragen *b) {
    int32_t geboren = in->geboren[i];
    int maanden = maanden_sinds(geboren, v);
    int64_t k = v->leeftijden - 1;
    m->leeftijd = maanden / 12;
    m->partner = in->partner[i] < 0 ? -1 : in->partner[i] - s;
    while (v->geboren_vanaf[k] > geboren) k--;
    m->pensioen = maanden >= v->leeftijd_in_maanden[k];
    m->thuis = !in->inrichting[i];
    m->recht = m->leeftijd >= 18 && !in->uitgesloten[i] && (m->leeftijd >= 21 || m->thuis);
    m->deelt_kosten = m->leeftijd >= 27 && !in->student[i] && m->thuis;
    m->verhoging = m->leeftijd < 21 && in->zonder_ouders[i] ? b->verhoging_jong : 0;
    m->kinderen = m->jong_kind = m->kostendelers = m->is_deler = 0;
}

static void tel(Mens *mensen, int64_t i, int64_t s, int64_t e, const Invoer *in, const Bedragen *b) {
    Mens *m = &mensen[i - s], *p = m->partner < 0 ? 0 : &mensen[m->partner];
    int64_t rekennorm = b->gehuwd;
    m->anderen = 0;
    for (int64_t j = s; j < e; j++) {
        const Mens *a = &mensen[j - s];
        if (j == i || a == p) continue;
        m->anderen += a->deelt_kosten;
        for (int o = 0; o < 2; o++) {
            int64_t ouder = in->ouders[2 * j + o];
            if (a->leeftijd >= 18 || ouder < 0 || (ouder != i && ouder != in->partner[i])) continue;
            m->kinderen = 1;
            m->jong_kind |= a->leeftijd < 12;
        }
    }
    if (m->leeftijd < 21 || !m->thuis) return;
    m->kostendelers = m->anderen + (p && p->leeftijd >= 21 && p->thuis ? 2 : 1);
    m->is_deler = m->anderen > 0 && !in->elders[i];
    if (m->pensioen)
        rekennorm = b->gehuwd_pensioen;
    else if (p && p->thuis && p->pensioen)
        rekennorm = b->gehuwd_een_pensioen;
    m->kostendelersnorm =
        rond((b->vast_deel + m->kostendelers * b->deel_per_persoon) * rekennorm, 10000 * m->kostendelers);
}

void reken(int64_t woningen, const int64_t *grenzen, const Invoer *in, const Vast *v, const Bedragen *b, int64_t *norm,
           int64_t *kostendelers, int64_t *betaald) {
    Mens mensen[MEESTE];
    for (int64_t h = 0; h < woningen; h++) {
        int64_t s = grenzen[h], e = grenzen[h + 1];
        for (int64_t i = s; i < e; i++) lees_mens(&mensen[i - s], i, s, in, v, b);
        for (int64_t i = s; i < e; i++) tel(mensen, i, s, e, in, b);
        for (int64_t i = s; i < e; i++) {
            Mens *m = &mensen[i - s], *p = m->partner < 0 ? 0 : &mensen[m->partner];
            int64_t j = p ? in->partner[i] : i;
            reken_norm(m, p, m < p, b);
            m->inkomen = m->recht || (p && p->recht) ? eigen_inkomen(in, i, j, m, p, v, b) : 0;
            norm[i] = m->norm;
            kostendelers[i] = m->kostendelers;
        }
        for (int64_t i = s; i < e; i++) {
            const Mens *m = &mensen[i - s], *p = m->partner < 0 ? 0 : &mensen[m->partner];
            betaald[i] = uitbetaling(in, i, p ? in->partner[i] : i, m, p, v, b);
        }
    }
}
